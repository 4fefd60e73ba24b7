package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.server.Site.Got;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
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
  void aCallAnswersWithTheResultAndNamesItsTask() {
    var got = site.post("/v1/functions/greet/call", "[\"Ada\"]");
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.text()).isEqualTo("\"Hello Ada\"");
    assertThat(site.get("/v1/tasks/" + got.header("Perdure-Task")).field("status"))
        .isEqualTo("done");
  }

  @Test
  void argumentsAreReadByTheirTypesAndANameMayContainASlash() {
    var got =
        site.post(
            "/v1/functions/shop%2Ftotal/call",
            "[[{\"item\":\"tea\",\"count\":2},{\"item\":\"cup\",\"count\":\"3\"}]]");
    assertThat(got.text()).isEqualTo("5");
  }

  @Test
  void aStartAnswersWithTheTaskWhoseResultCanBeAwaited() {
    var got = site.post("/v1/functions/greet/start", "[\"Ada\"]");
    assertThat(got.status()).isEqualTo(201);
    assertThat(got.header("Location")).isEqualTo("/v1/tasks/" + got.field("task"));
    assertThat(site.get(got.header("Location") + "/result?wait=20").text())
        .isEqualTo("\"Hello Ada\"");
  }

  @Test
  void theSameKeyJoinsTheFirstTask() {
    var first = site.post("/v1/functions/greet/call", "[\"Ada\"]", "Idempotency-Key", "k");
    var second = site.post("/v1/functions/greet/call", "[\"Ada\"]", "Idempotency-Key", "k");
    assertThat(second.header("Perdure-Task")).isEqualTo(first.header("Perdure-Task"));
    var other = site.post("/v1/functions/greet/call", "[\"Bob\"]", "Idempotency-Key", "k");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.field("code")).isEqualTo("KEY_TAKEN");
  }

  @Test
  void aKeyThatIsEmptyIsRefused() {
    var got = site.post("/v1/functions/greet/call", "[\"Ada\"]", "Idempotency-Key", " ");
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.text()).contains("the header Idempotency-Key is empty");
  }

  @Test
  void twoKeysAreRefused() {
    var key = "Idempotency-Key";
    for (var second : new String[] {"b", "a"}) {
      var got = site.post("/v1/functions/greet/call", "[\"Ada\"]", key, "a", key, second);
      assertThat(got.status()).isEqualTo(400);
      assertThat(got.field("code")).isEqualTo("BAD_REQUEST");
      assertThat(got.text()).contains("the header Idempotency-Key is there 2 times, not once");
    }
    var task = site.post("/v1/functions/nap/start", "[3600000]").field("task");
    var message = site.post("/v1/tasks/" + task + "/messages/any", "1", key, "a", key, "b");
    assertThat(message.text()).contains("is there 2 times");
  }

  @Test
  void whoDoesNotWaitIsToldForSureWhetherATaskHasEnded() {
    var task = site.post("/v1/functions/greet/call", "[\"Ada\"]").header("Perdure-Task");
    for (int i = 0; i < 100; i++) {
      var got = site.get("/v1/tasks/" + task + "/result");
      assertThat(got.status()).as("the answer to question " + i).isEqualTo(200);
    }
  }

  @Test
  void aVersionMayBeForced() {
    site.perdure.deploy("v2", LouderFlows.class);
    assertThat(site.post("/v1/functions/greet/call?version=v2", "[\"Ada\"]").text())
        .isEqualTo("\"HELLO Ada\"");
  }

  @Test
  void aCallThatTakesLongerThanItsWaitSaysWhereItsResultWillBe() {
    var got = site.post("/v1/functions/nap/call?wait=0", "[300]", "Idempotency-Key", "n");
    assertThat(got.status()).isEqualTo(202);
    assertThat(got.field("function")).isEqualTo("nap");
    assertThat(site.get(got.header("Location") + "?wait=20").text()).isEqualTo("\"rested\"");
  }

  @Test
  void aCallThatIsGivenUpIsForgottenByTheEngineAndItsTaskGoesOn() {
    var got = site.post("/v1/functions/nap/call?wait=1", "[3600000]");
    assertThat(got.status()).isEqualTo(202);
    assertThat(got.field("id")).isEqualTo(got.header("Perdure-Task"));
  }

  @Test
  void aDeadlineCancelsTheTask() {
    var got = site.post("/v1/functions/nap/call?deadline=PT0.2S", "[3600000]");
    assertThat(got.status()).isEqualTo(422);
    assertThat(got.field("code")).isEqualTo("TASK_FAILED");
    assertThat(got.text()).contains("\"outcome\":{\"cancelled\":");
  }

  @Test
  void aFunctionThatThrowsIsToldWithItsException() {
    var got = site.post("/v1/functions/fail/call", "[\"no tea\"]");
    assertThat(got.status()).isEqualTo(422);
    assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(got.text())
        .contains("\"code\":\"TASK_FAILED\"")
        .contains("\"threw\":\"java.lang.IllegalStateException\",\"message\":\"no tea\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/v1/functions/greet/call | [\"Ada\" | 400 | JSON_SYNTAX | line 1",
        "/v1/functions/greet/call | {\"name\":\"Ada\"} | 422 | VALUE_MISMATCH | greet",
        "/v1/functions/greet/call | [1] | 422 | VALUE_MISMATCH | argument 1 of greet",
        "/v1/functions/greet/call | [] | 422 | VALUE_MISMATCH | greet",
        "/v1/functions/shop%2Ftotal/call | [[{\"count\":1.5}]] | 422 | VALUE_MISMATCH | [0].count",
        "/v1/functions/shop%2Ftotal/start | [[{\"count\":1}]] | 422 | VALUE_MISMATCH | [0].item",
        "/v1/functions/nobody/call | [] | 404 | UNKNOWN_FUNCTION | ``",
        "/v1/functions/greet/call?version=v9 | [\"Ada\"] | 404 | UNKNOWN_VERSION | ``",
        "/v1/functions/a%20b/start | [] | 400 | BAD_NAME | ``",
        "/v1/functions/greet/call?wait=soon | [\"Ada\"] | 400 | BAD_REQUEST | wait",
        "/v1/functions/greet/call?wait=100000 | [\"Ada\"] | 400 | BAD_REQUEST | wait",
        "/v1/functions/greet/call?deadline=soon | [\"Ada\"] | 400 | BAD_REQUEST | deadline",
        "/v1/functions/greet/call?speed=high | [\"Ada\"] | 400 | BAD_REQUEST | query",
        "/v1/functions/greet/call?wait=1&wait=2 | [\"Ada\"] | 400 | BAD_REQUEST | query",
        "/v1/functions/greet/fly | [] | 404 | UNKNOWN_ENDPOINT | path",
      })
  void whatCannotBeDoneIsToldWithCodeAndPlace(
      String path, String body, int status, String code, String where) {
    var got = site.post(path, body);
    assertThat(got.text()).contains("\"code\":\"" + code + "\"");
    assertThat(got.status()).isEqualTo(status);
    assertThat(got.field("where")).contains(where);
    assertThat(got.field("remedy")).isNotEmpty();
    assertNothingStarted();
  }

  private void assertNothingStarted() {
    assertThat(site.fresh("/v1/tasks").text()).isEqualTo("{\"tasks\":[],\"count\":0}");
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    var got =
        site.post(
            "/v1/functions/greet/call",
            "text/plain",
            java.net.http.HttpRequest.BodyPublishers.ofString("[\"Ada\"]"));
    assertThat(got.status()).isEqualTo(415);
    assertThat(got.field("code")).isEqualTo("WRONG_TYPE");
  }

  @Test
  void anotherMethodIsToldWhichThereAre() {
    Got got = site.get("/v1/functions/greet/call");
    assertThat(got.status()).isEqualTo(405);
    assertThat(got.header("Allow")).isEqualTo("POST");
  }

  @Test
  void aResultIsThereAfterTheServerWasStartedAgain() {
    var first = site.post("/v1/functions/greet/call", "[\"Ada\"]", "Idempotency-Key", "k");
    site.close();
    site = new Site(directory);
    var again = site.post("/v1/functions/greet/call", "[\"Ada\"]", "Idempotency-Key", "k");
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Perdure-Task")).isEqualTo(first.header("Perdure-Task"));
  }

  @Test
  void aCallOutlivesTheTimeAfterWhichAConnectionIsIdle() {
    site.close();
    var limits =
        ServerLimits.defaults()
            .withTimes(
                new ServerLimits.Times(
                    Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofSeconds(1)));
    site = new Site(directory, ServerConfig.onLoopback(0).withLimits(limits));
    assertThat(site.post("/v1/functions/nap/call", "[1500]").text()).isEqualTo("\"rested\"");
  }
}
