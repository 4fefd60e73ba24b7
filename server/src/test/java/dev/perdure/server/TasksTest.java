package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.api.Clock;
import dev.perdure.api.Routed;
import dev.perdure.node.Perdure;
import dev.perdure.server.json.JsonTree;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TasksTest {
  private static final String NOBODY = "0198c0e2-0000-7000-8000-000000000000";

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

  private String started(String function, String arguments) {
    return site.post("/v1/functions/" + function + "/start", arguments).field("task");
  }

  private void awaitStatus(String id, String status) {
    Awaitility.await()
        .atMost(Site.PATIENCE)
        .until(() -> site.get("/v1/tasks/" + id).field("status").equals(status));
  }

  @Test
  void aListIsReadInPagesFromTheNewestOn() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.add(started("greet", "[\"Ada\"]"));
    }
    Collections.reverse(ids);
    var read = new ArrayList<String>();
    var after = "";
    do {
      var page = site.fresh("/v1/tasks?limit=2" + after);
      ((JsonTree.Array) ((JsonTree.Fields) page.json()).get("tasks"))
          .elements()
          .forEach(task -> read.add(((JsonTree.Text) ((JsonTree.Fields) task).get("id")).value()));
      after = page.field("next").isEmpty() ? "" : "&after=" + page.field("next");
    } while (!after.isEmpty());
    assertThat(read).isEqualTo(ids);
  }

  @Test
  void aListIsFilteredByStatusFunctionAndVersion() {
    var nap = started("nap", "[3600000]");
    site.post("/v1/functions/fail/call", "[\"x\"]");
    site.post("/v1/functions/greet/call", "[\"x\"]");
    awaitStatus(nap, "waiting");
    assertThat(ids("?status=waiting,running")).containsExactly(nap);
    assertThat(ids("?function=nap")).containsExactly(nap);
    assertThat(ids("?status=failed")).hasSize(1);
    assertThat(ids("?version=v1")).hasSize(3);
    assertThat(ids("?version=v2")).isEmpty();
  }

  @Test
  void aListIsSearchedByTextAndTime() {
    var ada = started("greet", "[\"Ada of London\"]");
    started("greet", "[\"Grace\"]");
    assertThat(ids("?text=ada%20OF")).containsExactly(ada);
    assertThat(ids("?text=nobody")).isEmpty();
    assertThat(ids("?since=1h")).hasSize(2);
    assertThat(ids("?until=2020-01-01")).isEmpty();
  }

  @Test
  void aFreshListHasWhatWasAnsweredBefore() {
    for (int i = 1; i <= 20; i++) {
      started("greet", "[\"Ada\"]");
      var page = site.fresh("/v1/tasks");
      assertThat(page.field("count")).isEqualTo(String.valueOf(i));
      assertThat(page.text()).doesNotContain("\"lag\"");
    }
  }

  @Test
  void aListIsAnsweredThoughTheWriterIsBusy() throws InterruptedException {
    var id = started("greet", "[\"Ada\"]");
    assertThat(ids("")).containsExactly(id);
    var look = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    var looking =
        Thread.ofVirtual()
            .start(() ->
                site.perdure
                    .node()
                    .read(_ -> {
                      look.countDown();
                      return await(over);
                    }));
    look.await();
    assertThat(site.get("/v1/tasks").text()).contains(id);
    over.countDown();
    looking.join();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(Site.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aNodeWithoutAnIndexSaysSoWhenItIsAskedForAList() {
    try (var perdure = Perdure.inMemory();
        var server = Server.start(perdure.node(), ServerConfig.onLoopback(0))) {
      var url = server.url() + "/v1/tasks";
      var got = site.send(HttpRequest.newBuilder(URI.create(url)).timeout(Site.PATIENCE));
      assertThat(got.status()).isEqualTo(501);
      assertThat(got.field("code")).isEqualTo("INDEX_MISSING");
    }
  }

  private List<String> ids(String query) {
    return ((JsonTree.Array)
            ((JsonTree.Fields) site.fresh("/v1/tasks" + query).json()).get("tasks"))
        .elements().stream()
            .map(task -> ((JsonTree.Text) ((JsonTree.Fields) task).get("id")).value())
            .toList();
  }

  @Test
  void aTaskIsShownWithItsArgumentsAndItsOutcome() {
    var id = site.post("/v1/functions/greet/call", "[\"Ada\"]").header("Perdure-Task");
    assertThat(site.get("/v1/tasks/" + id).text())
        .contains("\"arguments\":[\"Ada\"]")
        .contains("\"outcome\":{\"returned\":\"Hello Ada\",\"edn\":\"\\\"Hello Ada\\\"\"}");
  }

  @Test
  void aHistoryIsReadInPagesFromItsStartOn() {
    var id = site.post("/v1/functions/nap/call", "[1]").header("Perdure-Task");
    var whole = events(site.get("/v1/tasks/" + id + "/history"));
    assertThat(whole).startsWith("Started").endsWith("Finished").contains("Asked", "Answered");
    var read = new ArrayList<String>();
    var after = "";
    do {
      var page = site.get("/v1/tasks/" + id + "/history?limit=1" + after);
      read.addAll(events(page));
      after = page.field("next").isEmpty() ? "" : "&after=" + page.field("next");
    } while (!after.isEmpty());
    assertThat(read).isEqualTo(whole);
  }

  private static List<String> events(Site.Got got) {
    return ((JsonTree.Array) ((JsonTree.Fields) got.json()).get("events"))
        .elements().stream()
            .map(event -> ((JsonTree.Text) ((JsonTree.Fields) event).get("event")).value())
            .toList();
  }

  @Test
  void aTaskThatWaitsSaysForWhat() {
    var id = started("nap", "[3600000]");
    awaitStatus(id, "waiting");
    assertThat(site.get("/v1/tasks/" + id + "/why").text())
        .contains("\"status\":\"waiting\"", "\"for\":\"sleep PT1H at 0\"", "the clock: it is due");
  }

  @Test
  void aTaskIsPausedResumedAndCancelledWithTheReasonInItsHistory() {
    var id = started("nap", "[3600000]");
    assertThat(site.post("/v1/tasks/" + id + "/pause?why=lunch", "").field("status"))
        .isEqualTo("paused");
    assertThat(site.post("/v1/tasks/" + id + "/resume", "").status()).isEqualTo(200);
    assertThat(site.post("/v1/tasks/" + id + "/cancel?why=too%20late", "").status()).isEqualTo(200);
    awaitStatus(id, "cancelled");
    assertThat(site.get("/v1/tasks/" + id + "/history").text())
        .contains("paused by local: lunch", "cancel requested by local: too late");
  }

  @Test
  void aTaskGoesOnWithAnotherVersionOnlyIfThatWouldHaveDoneTheSame() {
    var id = started("nap", "[3600000]");
    awaitStatus(id, "waiting");
    site.perdure.deploy("v2", LighterSleep.class);
    site.perdure.deploy("v3", NoSleep.class);
    var refused = site.post("/v1/tasks/" + id + "/migrate?to=v3", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.field("code")).isEqualTo("MIGRATION_DIVERGES");
    assertThat(refused.field("detail")).contains("sleep PT1H");
    assertThat(site.post("/v1/tasks/" + id + "/migrate?to=v9", "").status()).isEqualTo(404);
    var migrated = site.post("/v1/tasks/" + id + "/migrate?to=v2&why=bug", "");
    assertThat(migrated.field("version")).isEqualTo("v2");
    assertThat(site.get("/v1/tasks/" + id + "/history").text())
        .contains("migrated to v2 by local: bug");
  }

  /// Sleeps as long, and says something else.
  public static final class LighterSleep {
    private final Clock clock;

    LighterSleep(Clock clock) {
      this.clock = clock;
    }

    @Routed
    public String nap(long millis) {
      clock.sleep(Duration.ofMillis(millis));
      return "awake";
    }
  }

  /// Does not sleep.
  public static final class NoSleep {
    @Routed
    public String nap(long millis) {
      return "awake " + millis;
    }
  }

  @Test
  void aResultThatIsNotThereYetIsToldToBeAwaited() {
    var id = started("nap", "[3600000]");
    var got = site.get("/v1/tasks/" + id + "/result");
    assertThat(got.status()).isEqualTo(202);
    assertThat(got.header("Location")).isEqualTo("/v1/tasks/" + id + "/result");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/tasks?status=asleep, 400, BAD_REQUEST",
    "GET, /v1/tasks?limit=0, 400, BAD_REQUEST",
    "GET, /v1/tasks?after=7, 404, UNKNOWN_TASK",
    "GET, /v1/tasks?since=soon, 400, BAD_REQUEST",
    "GET, /v1/tasks?fresh=maybe, 400, BAD_REQUEST",
    "GET, /v1/tasks?after=" + NOBODY + ", 404, UNKNOWN_TASK",
    "GET, /v1/tasks/7, 404, UNKNOWN_TASK",
    "GET, /v1/tasks/" + NOBODY + ", 404, UNKNOWN_TASK",
    "GET, /v1/tasks/" + NOBODY + "/history, 404, UNKNOWN_TASK",
    "GET, /v1/tasks/" + NOBODY + "/why, 404, UNKNOWN_TASK",
    "GET, /v1/tasks/" + NOBODY + "/result, 404, UNKNOWN_TASK",
    "POST, /v1/tasks/" + NOBODY + "/cancel, 404, UNKNOWN_TASK",
    "POST, /v1/tasks/" + NOBODY + "/pause, 404, UNKNOWN_TASK",
    "POST, /v1/tasks/" + NOBODY + "/resume, 404, UNKNOWN_TASK",
  })
  void whatIsNotThereIsTold(String method, String path, int status, String code) {
    var got = method.equals("GET") ? site.get(path) : site.post(path, "");
    assertThat(got.text()).contains("\"code\":\"" + code + "\"");
    assertThat(got.status()).isEqualTo(status);
  }

  @Test
  void aMessageIsReadByItsTypeAndFulfilsThePromiseOnce() {
    site.perdure.deploy("people", Approvals.class);
    var id = started("approve", "[\"order 7\"]");
    awaitStatus(id, "waiting");
    var path = "/v1/tasks/" + id + "/messages/";
    var wrong = site.post(path + "decision", "{\"verdict\":\"PERHAPS\",\"by\":\"ada\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.field("where")).endsWith(".verdict");
    var unknown = site.post(path + "opinion", "1");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.field("code")).isEqualTo("UNKNOWN_MESSAGE");
    var sent = site.post(path + "decision?why=late", "{\"verdict\":\"YES\",\"by\":\"ada\"}");
    assertThat(sent.text()).contains(id);
    assertThat(sent.status()).isEqualTo(200);
    assertThat(site.get("/v1/tasks/" + id + "/result?wait=20").text())
        .isEqualTo("\"order 7: YES by ada\"");
    assertThat(site.post("/v1/tasks/7/messages/decision", "1").status()).isEqualTo(404);
  }

  @Test
  void aTaskThatHasEndedCannotBeCancelled() {
    var id = site.post("/v1/functions/greet/call", "[\"Ada\"]").header("Perdure-Task");
    var got = site.post("/v1/tasks/" + id + "/cancel", "");
    assertThat(got.status()).isEqualTo(409);
    assertThat(got.field("code")).isEqualTo("TASK_ENDED");
  }
}
