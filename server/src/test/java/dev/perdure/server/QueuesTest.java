package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuesTest {
  @TempDir Path directory;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(directory);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void tasksBeyondALimitAreQueuedAndSayWhy() {
    assertThat(site.post("/v1/queues/nap?atOnce=1&why=tired", "").status()).isEqualTo(200);
    site.post("/v1/functions/nap/start", "[3600000]");
    site.post("/v1/functions/nap/start?priority=3", "[1]");
    var last = site.post("/v1/functions/nap/start?queueKey=ada", "[2]").field("task");
    assertThat(site.get("/v1/queues").text())
        .isEqualTo(
            "{\"queues\":[{\"function\":\"nap\",\"atOnce\":1,\"perKey\":false,"
                + "\"running\":1,\"waiting\":2}]}");
    assertThat(site.get("/v1/tasks/" + last).field("status")).isEqualTo("queued");
    assertThat(site.get("/v1/tasks/" + last + "/why").text())
        .contains("its turn, 1 before it", "the limit nap: 1 at once; 1 run");
    var paused = site.post("/v1/tasks/" + last + "/pause", "");
    assertThat(paused.status()).isEqualTo(409);
    assertThat(paused.field("code")).isEqualTo("TASK_QUEUED");
    site.post("/v1/tasks/" + last + "/cancel", "");
    assertThat(site.get("/v1/tasks/" + last).field("status")).isEqualTo("cancelled");
  }

  @Test
  void aTaskThatBeginsLaterIsQueuedUntilThen() {
    var task =
        site.post("/v1/functions/greet/start?at=2100-01-01T00:00:00Z", "[\"Ada\"]").field("task");
    assertThat(site.get("/v1/tasks/" + task + "/why").text())
        .contains("its turn, 0 before it, not before 2100-01-01T00:00:00Z");
    var soon = site.post("/v1/functions/greet/call?at=PT0.1S", "[\"Ada\"]");
    assertThat(soon.text()).contains("Hello Ada");
  }

  @Test
  void startsUnderADebounceKeyAreOneTaskAndWhatIsListedIsTheLastOne() {
    var start = "/v1/functions/greet/start?debounceKey=ada&debounce=PT1H&debounceLongest=PT2H";
    var task = site.post(start, "[\"Ada\"]").field("task");
    var joined = site.post(start, "[\"Ada again\"]", "Perdure-Attributes", "tenant=acme");
    assertThat(joined.status()).isEqualTo(201);
    assertThat(joined.field("task")).isEqualTo(task);
    assertThat(site.get("/v1/tasks/" + task).text()).contains("\"status\":\"queued\"", "Ada again");
    assertThat(site.get("/v1/tasks/" + task + "/why").text())
        .contains(
            "its turn, 0 before it, not before", "put off by starts under the debounce key ada");
    for (var text : new String[] {"Ada+again", "acme"}) {
      assertThat(site.fresh("/v1/tasks?text=" + text).text()).as(text).contains(task);
    }
    var other = site.post(start.replace("ada", "bob"), "[\"Bob\"]").field("task");
    assertThat(other).isNotEqualTo(task);
    assertThat(site.get("/v1/tasks/" + other + "/why").text())
        .as("another key is not before it")
        .contains("its turn, 0 before it, not before");
    site.post("/v1/tasks/" + task + "/cancel", "");
    var soon = "/v1/functions/greet/call?debounceKey=ada&debounce=PT0.1S";
    assertThat(site.post(soon, "[\"Ada at last\"]").text()).contains("Hello Ada at last");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "debounce=PT5S | BAD_DEBOUNCE",
        "debounceKey=ada | BAD_REQUEST",
        "debounceLongest=PT5S | BAD_REQUEST",
        "debounceKey=ada&debounce=soon | BAD_REQUEST",
        "debounceKey=ada&debounce=PT0S | BAD_DEBOUNCE",
        "debounceKey=ada&debounce=-PT5S | BAD_DEBOUNCE",
        "debounceKey=ada&debounce=PT5S&debounceLongest=PT4S | BAD_DEBOUNCE",
        "debounceKey=ada&debounce=PT5S&at=PT9S | BAD_DEBOUNCE"
      })
  void aDebounceThatCannotBeIsRefused(String query, String code) {
    var got = site.post("/v1/functions/greet/start?" + query, "[\"Ada\"]");
    assertThat(got.field("code")).isEqualTo(code);
    assertThat(got.status()).isEqualTo(400);
  }

  @Test
  void aDebounceKeyBesideAnIdempotencyKeyIsRefused() {
    var start = "/v1/functions/greet/start?debounceKey=ada&debounce=PT5S";
    var got = site.post(start, "[\"Ada\"]", "Idempotency-Key", "once");
    assertThat(got.field("code")).isEqualTo("BAD_DEBOUNCE");
    assertThat(got.status()).isEqualTo(400);
  }

  @Test
  void withoutALimitItIsTakenOff() {
    site.post("/v1/queues/nap?rate=10&per=PT1M&perKey=true", "");
    assertThat(site.get("/v1/queues").text())
        .contains("\"rate\":10,\"rateMillis\":60000,\"perKey\":true");
    site.post("/v1/queues/nap", "");
    assertThat(site.get("/v1/queues").text()).isEqualTo("{\"queues\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/queues/nap?atOnce=-1 | 400 | BAD_REQUEST",
        "/v1/queues/nap?rate=5 | 400 | BAD_LIMIT",
        "/v1/queues/nap?rate=5&per=soon | 400 | BAD_REQUEST",
        "/v1/queues/nobody?atOnce=1 | 404 | UNKNOWN_FUNCTION"
      })
  void aLimitThatCannotBeIsRefused(String path, int status, String code) {
    var got = site.post(path, "");
    assertThat(got.field("code")).isEqualTo(code);
    assertThat(got.status()).isEqualTo(status);
    assertThat(site.get("/v1/queues").text()).isEqualTo("{\"queues\":[]}");
  }
}
