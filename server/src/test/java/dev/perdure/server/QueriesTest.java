package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions about tasks over HTTP (J12).
class QueriesTest {
  @TempDir Path directory;
  private Site site;
  private String task = "";

  @BeforeEach
  void start() {
    site = new Site(directory);
    site.perdure.deploy("surveys", Surveys.class);
    task = site.post("/v1/functions/survey/start", "[]").field("task");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Site.Got query(String name, String arguments) {
    return site.post("/v1/tasks/" + task + "/queries/" + name, arguments);
  }

  @Test
  void aTaskAnswersByTheTypesOfItsCode() {
    site.post("/v1/tasks/" + task + "/messages/answer", "\"1.50\"");
    site.post("/v1/tasks/" + task + "/messages/answer", "7");
    var got = query("within", "[{\"from\":\"1\",\"to\":2}]");
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.text()).contains("\"value\":[\"1.50\"]", "\"edn\":\"[1.50M]\"");
  }

  @Test
  void aTaskThatHasEndedAnswersByTheSameTypes() {
    for (var answer : new String[] {"1", "2", "3"}) {
      site.post("/v1/tasks/" + task + "/messages/answer", answer);
    }
    assertThat(site.get("/v1/tasks/" + task + "/result?wait=10").text()).contains("3");
    assertThat(query("within", "[{\"from\":\"2\",\"to\":\"9\"}]").text())
        .contains("\"edn\":\"[2M 3M]\"");
  }

  @Test
  void whatCannotBeAnsweredIsAProblemWithItsStatus() {
    assertThat(query("winner", "[]").status()).isEqualTo(404);
    assertThat(query("winner", "[]").text()).contains("UNKNOWN_QUERY", "within");
    assertThat(query("within", "[]").status()).isEqualTo(422);
    site.post("/v1/tasks/" + task + "/messages/answer", "7");
    assertThat(query("within", "[{\"from\":1,\"to\":null}]").text()).contains("QUERY_FAILED");
  }
}
