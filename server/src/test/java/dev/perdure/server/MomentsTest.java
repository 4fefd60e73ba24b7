package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.server.json.JsonTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// E33 over HTTP: windows of a task's moments.
class MomentsTest {
  @TempDir Path directory;
  private Site site;
  private String task;

  @BeforeEach
  void start() {
    site = new Site(directory);
    task = site.post("/v1/functions/nap/call", "[1]").header("Perdure-Task");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static List<String> kinds(Site.Got got) {
    return ((JsonTree.Array) ((JsonTree.Fields) got.json()).get("moments"))
        .elements().stream()
            .map(moment -> ((JsonTree.Text) ((JsonTree.Fields) moment).get("kind")).value())
            .toList();
  }

  @Test
  void theMomentsOfATaskHaveTheirValuesAndStacks() {
    var got = site.get("/v1/tasks/" + task + "/moments");
    assertThat(kinds(got)).containsExactly("call", "effect", "return", "end");
    assertThat(got.text())
        .contains(
            "\"asked\":\"sleep PT0.001S\"",
            "\"stack\":[{\"function\":\"nap\",\"version\":\"v1\",\"at\":\"Flows.java:",
            "\"outcome\":{\"returned\":\"rested\"")
        .doesNotContain("\"next\"");
  }

  @Test
  void theyAreReadInPages() {
    var read = new ArrayList<String>();
    var from = "0";
    do {
      var page = site.get("/v1/tasks/" + task + "/moments?limit=1&from=" + from);
      read.addAll(kinds(page));
      from = page.field("next");
    } while (!from.isEmpty());
    assertThat(read).containsExactly("call", "effect", "return", "end");
  }

  @Test
  void aTaskThatNobodyKnowsAndANumberThatIsNoneAreRefused() {
    var nobody = site.get("/v1/tasks/0198c0e2-0000-7000-8000-000000000000/moments");
    assertThat(nobody.status()).isEqualTo(404);
    assertThat(nobody.field("code")).isEqualTo("UNKNOWN_TASK");
    assertThat(site.get("/v1/tasks/" + task + "/moments?from=-1").field("code"))
        .isEqualTo("BAD_REQUEST");
  }
}
