package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.StartOptions;
import dev.perdure.node.Exported;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the command line asks of a server beside what people ask.
class ReadingTest {
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

  private String called(String name) {
    return site.post("/v1/functions/greet/call", "[\"" + name + "\"]").header("Perdure-Task");
  }

  private Site.Got edn(String path, String edn) {
    return site.post(path, "application/edn", BodyPublishers.ofString(edn));
  }

  @Test
  void argumentsAndMessagesMayBeEdn() {
    assertThat(edn("/v1/functions/greet/call", "[\"Ada\"]").text()).isEqualTo("\"Hello Ada\"");
    assertThat(edn("/v1/functions/greet/call", "\"Ada\"").field("code")).isEqualTo("BAD_REQUEST");
    assertThat(edn("/v1/functions/greet/call", "[1").field("code")).isEqualTo("EDN_INCOMPLETE");
    assertThat(edn("/v1/routes", "{}").field("code")).isEqualTo("WRONG_TYPE");
  }

  @Test
  void aStringInEdnMayBeAsLongAsOneInJson() {
    var name = "a".repeat(2 << 20);
    assertThat(edn("/v1/functions/greet/call", "[\"" + name + "\"]").text())
        .isEqualTo("\"Hello " + name + "\"");
  }

  @Test
  void theFileOfATaskIsTakenInWhateverItsSizeUpToThatOfAJar() {
    var large =
        new Random(1)
            .ints(9 << 20, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    var id = site.perdure.start("greet", List.of(large.toString()), StartOptions.NONE);
    site.perdure.await(id, String.class);
    var file = site.get("/v1/tasks/" + id + "/export").response().body();
    assertThat(file.length).isGreaterThan(8 << 20);
    var again =
        site.post("/v1/tasks/import", "application/octet-stream", BodyPublishers.ofByteArray(file));
    assertThat(again.field("code")).isEqualTo("TASK_EXISTS");
  }

  @Test
  void theIndexIsAskedInSql() {
    called("Ada");
    var sql = "{\"sql\": \"select function, x'0f' as b, null as n from tasks\"}";
    assertThat(site.post("/v1/sql?fresh=true", sql).text())
        .isEqualTo(
            "{\"columns\":[\"function\",\"b\",\"n\"],\"rows\":[[\"greet\",\"x'0f'\",null]],"
                + "\"more\":false}");
    assertThat(site.post("/v1/sql?limit=0", sql).field("more")).isEqualTo("true");
    assertThat(site.post("/v1/sql", "{\"sql\": \"delete from tasks\"}").status()).isEqualTo(400);
    assertThat(site.post("/v1/sql", "[]").field("code")).isEqualTo("BAD_REQUEST");
  }

  @Test
  void theLogIsReadUpToWhatIsDurable() {
    var ada = called("Ada");
    called("Grace");
    assertThat(site.get("/v1/log?task=" + ada).text().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"task\":\"" + ada + "\""));
    assertThat(site.get("/v1/log?newest=1").text().lines())
        .singleElement()
        .asString()
        .contains("Hello Grace");
    assertThat(site.get("/v1/log?task=" + ada + "&newest=1").text()).contains("\"Finished\"");
    assertThat(site.get("/v1/log?from=0").text()).startsWith("{\"offset\":0,");
    assertThat(site.get("/v1/log?from=1000000").status()).isEqualTo(400);
  }

  @Test
  void aTaskIsNamedByTheBeginningOfItsIdAndShownWithItsNewestEvents() {
    var id = called("Ada");
    var shown = site.get("/v1/tasks/" + id.substring(0, 30) + "?events=1");
    assertThat(shown.text()).contains(id, "\"events\":2", "\"event\":\"Finished\"");
    assertThat(shown.text()).doesNotContain("\"event\":\"Started\"");
    called("Grace");
    assertThat(site.get("/v1/tasks/0/why").field("code")).isEqualTo("AMBIGUOUS_TASK");
  }

  @Test
  void aTaskIsAwaitedUntilItEndsOrStandsStill() {
    var nap = site.post("/v1/functions/nap/start", "[3600000]").field("task");
    assertThat(site.get("/v1/tasks/" + nap + "/end?wait=0").status()).isEqualTo(202);
    site.post("/v1/tasks/" + nap + "/pause?why=lunch", "");
    var paused = site.get("/v1/tasks/" + nap + "/end");
    assertThat(paused.field("code")).isEqualTo("TASK_PAUSED");
    assertThat(paused.field("detail")).contains("lunch");
    site.post("/v1/tasks/" + nap + "/cancel", "");
    site.post("/v1/tasks/" + nap + "/resume", "");
    assertThat(site.get("/v1/tasks/" + nap + "/end").field("outcome"))
        .isEqualTo("{\"cancelled\":\"\"}");
  }

  @Test
  void aTaskIsReplayedStepByStep() {
    var id = called("Ada");
    var replay = site.post("/v1/tasks/" + id + "/replay?steps=true", "{}").text().lines().toList();
    assertThat(replay.getFirst()).contains("\"step\":\"called\"", "\"function\":\"greet\"");
    assertThat(replay.getLast()).contains("\"clean\":true");
    var unknown = site.post("/v1/tasks/" + id + "/replay", "{\"switch\": {\"greet\": \"v9\"}}");
    assertThat(unknown.field("code")).isEqualTo("UNKNOWN_VERSION");
    assertThat(site.post("/v1/tasks/" + id + "/replay", "[]").field("code"))
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void aTaskTravelsAsAFile() {
    var id = called("Ada");
    var file = site.get("/v1/tasks/" + id + "/export").response().body();
    assertThat(Exported.fromBytes(file).task()).hasToString(id);
    var again =
        site.post("/v1/tasks/import", "application/octet-stream", BodyPublishers.ofByteArray(file));
    assertThat(again.field("code")).isEqualTo("TASK_EXISTS");
  }

  @Test
  void aChangeOfRoutesIsTriedWithoutMakingIt() {
    var body = "{\"functions\":{\"greet\":{\"routing\":{\"mode\":\"primary\",\"primary\":\"V\"}}}}";
    assertThat(site.post("/v1/routes?check=true", body.replace("V", "v9")).status()).isEqualTo(404);
    site.perdure.deploy("v2", LouderFlows.class);
    var checked = site.post("/v1/routes?check=true", body.replace("V", "v2"));
    assertThat(checked.text())
        .contains("\"changed\":false", "\"from\":{\"mode\":\"primary\",\"primary\":\"v1\"}");
    assertThat(site.post("/v1/routes", body.replace("V", "v2")).field("changed")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/tasks/NOBODY/end, 404, UNKNOWN_TASK",
    "/v1/tasks/NOBODY/export, 404, UNKNOWN_TASK",
    "/v1/log?task=7777, 404, UNKNOWN_TASK",
  })
  void whatIsNotThereIsTold(String path, int status, String code) {
    var got = site.get(path.replace("NOBODY", "0198c0e2-0000-7000-8000-000000000000"));
    assertThat(got.field("code")).isEqualTo(code);
    assertThat(got.status()).isEqualTo(status);
  }
}
