package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulksTest {
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

  private List<String> naps(int count) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      ids.add(site.post("/v1/functions/nap/start", "[3600000]").field("task"));
    }
    Awaitility.await()
        .atMost(Site.PATIENCE)
        .until(() -> site.fresh("/v1/tasks?status=waiting").field("count").equals("" + ids.size()));
    return ids;
  }

  @Test
  void whatCameOfEachTaskIsToldALineEach() {
    var ids = naps(3);
    var looked = site.post("/v1/bulk/pause?function=nap&dryRun=true", "").text();
    assertThat(looked.lines())
        .hasSize(4)
        .first()
        .isEqualTo("{\"task\":\"" + ids.getLast() + "\",\"result\":\"matches\"}");
    var paused = site.post("/v1/bulk/pause?function=nap&why=rain", "").text();
    assertThat(paused).isEqualTo(looked.replace("matches", "done"));
    assertThat(site.get("/v1/tasks/" + ids.getFirst() + "/why").text())
        .contains("paused by local: rain");
    assertThat(site.post("/v1/bulk/resume?function=nap", "").text().lines()).hasSize(4);
    assertThat(site.post("/v1/bulk/cancel?text=nobody", "").text())
        .isEqualTo("{\"complete\":true}");
  }

  @Test
  void aServerThatStopsSaysThatThisWasNotAll() throws IOException {
    naps(3);
    var request = site.to("/v1/bulk/cancel?function=nap&rate=1").POST(BodyPublishers.noBody());
    try (var lines =
        new BufferedReader(
            new InputStreamReader(site.open(request).body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).contains("\"done\"");
      site.server.close();
      var rest = lines.lines().toList();
      assertThat(rest).hasSizeBetween(1, 2).last().isEqualTo("{\"complete\":false}");
    }
  }

  @Test
  void withoutAConditionNothingIsDone() {
    naps(1);
    for (var path :
        List.of("", "?why=x", "?dryRun=true", "?status=asleep", "?function=nap&rate=0")) {
      assertThat(site.post("/v1/bulk/cancel" + path, "").field("code"))
          .as(path)
          .isEqualTo("BAD_REQUEST");
    }
    assertThat(site.fresh("/v1/tasks?status=waiting").field("count")).isEqualTo("1");
  }
}
