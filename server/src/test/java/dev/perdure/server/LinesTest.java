package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.log.aes.KeyRing;
import dev.perdure.node.NodeConfig;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LinesTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String HEADER = "00-" + TRACE + "-b7ad6b7169203331-01";

  @TempDir Path directory;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(directory);
    site.perdure.deploy("talks", Talks.class);
    site.post("/v1/functions/ask/call", "[\"Ada\"]", "traceparent", HEADER);
    site.post("/v1/functions/greeting/call", "[\"Bob\"]");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static JsonTree.Fields page(Site.Got got) {
    assertThat(got.status()).as(got.text()).isEqualTo(200);
    return (JsonTree.Fields) got.json();
  }

  private static String text(JsonTree line, String field) {
    return ((JsonTree.Text) ((JsonTree.Fields) line).get(field)).value();
  }

  private List<String> texts(String query) {
    var lines = (JsonTree.Array) page(site.fresh("/v1/lines" + query)).get("lines");
    return lines.elements().stream().map(line -> text(line, "text")).toList();
  }

  @Test
  void aPageHasTheNewestFirstWithAllThatIsKnownOfThem() {
    assertThat(texts(""))
        .containsExactly("greeting Bob", "greeting Ada", "answering Ada", "thinking", "asking Ada");
    var lines = (JsonTree.Array) page(site.fresh("/v1/lines")).get("lines");
    var line = lines.elements().get(1);
    assertThat(text(line, "level")).isEqualTo("ERROR");
    assertThat(text(line, "traceId")).isEqualTo(TRACE);
    assertThat(text(line, "function")).isEqualTo("greeting");
    assertThat(text(line, "version")).isEqualTo("talks");
    assertThat(text(line, "position")).startsWith("Talks.java:");
  }

  @Test
  void theIndexOfASealedLogHasNoTextsAndAPageHasThem() {
    var sealed = NodeConfig.in(directory.resolve("sealed")).withCodec(KeyRing.fresh());
    try (var other = new Site(sealed, ServerConfig.onLoopback(0))) {
      other.perdure.deploy("talks", Talks.class);
      other.post("/v1/functions/greeting/call", "[\"Bob\"]");
      var lines = (JsonTree.Array) page(other.fresh("/v1/lines")).get("lines");
      assertThat(lines.elements())
          .singleElement()
          .satisfies(line -> assertThat(text(line, "text")).isEqualTo("greeting Bob"));
      assertThat(other.get("/v1/lines?text=Bob").text()).contains("INDEX_SEALED");
    }
  }

  @Test
  void linesAreFoundByTraceTaskFunctionVersionLevelTextAndTime() {
    assertThat(texts("?trace=" + TRACE)).hasSize(4);
    assertThat(texts("?function=answer")).containsExactly("answering Ada", "thinking");
    assertThat(texts("?version=v1")).isEmpty();
    assertThat(texts("?level=warn"))
        .containsExactly("greeting Bob", "greeting Ada", "answering Ada");
    assertThat(texts("?text=ADA&level=error")).containsExactly("greeting Ada");
    assertThat(texts("?since=1h")).hasSize(5);
    assertThat(texts("?until=1h")).isEmpty();
    var lines = (JsonTree.Array) page(site.fresh("/v1/lines?text=bob")).get("lines");
    var task = text(lines.elements().getFirst(), "task");
    assertThat(texts("?task=" + task.substring(0, 30))).containsExactly("greeting Bob");
    assertThat(site.get("/v1/lines?level=loud").field("code")).isEqualTo("BAD_REQUEST");
  }

  @Test
  void aPageGoesOnBehindTheOneBefore() {
    var first = page(site.fresh("/v1/lines?limit=2"));
    var next = first.get("next");
    assertThat(next).isNotNull();
    assertThat(texts("?limit=2&before=" + next.shown()))
        .containsExactly("answering Ada", "thinking");
    assertThat(page(site.fresh("/v1/lines?limit=9")).get("next")).isNull();
  }

  private List<JsonTree> streamed(String query, int count) throws IOException {
    var lines = new ArrayList<JsonTree>();
    var answer = site.open(site.to("/v1/lines/stream" + query).GET());
    try (var in =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      while (lines.size() < count) {
        var line = in.readLine();
        assertThat(line).isNotNull();
        if (line.startsWith("data: ")) {
          lines.add(JsonReader.read(line.substring(6).getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    return lines;
  }

  @Test
  void theStreamTellsTheSameLinesAsThePage() throws IOException {
    var page = (JsonTree.Array) page(site.fresh("/v1/lines")).get("lines");
    assertThat(streamed("?from=0", 5)).isEqualTo(page.elements().reversed());
    var some =
        (JsonTree.Array) page(site.fresh("/v1/lines?level=warn&trace=" + TRACE)).get("lines");
    assertThat(streamed("?from=0&level=warn&trace=" + TRACE, 2))
        .isEqualTo(some.elements().reversed());
  }

  @Test
  void theStreamEndsWhenTheTimeUntilWhichItShallGoHasPassed() throws IOException {
    var answer = site.open(site.to("/v1/lines/stream?from=0&until=" + Instant.now()).GET());
    try (var in =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(in.lines().filter(line -> line.startsWith("data: "))).hasSize(5);
    }
  }

  @Test
  void theStreamGoesOnWhereThePageEndsAndBehindALineThatWasRead() throws IOException {
    var end = page(site.fresh("/v1/lines")).get("end");
    assertThat(end).isNotNull();
    site.post("/v1/functions/greeting/call", "[\"Eve\"]");
    assertThat(streamed("?from=" + end.shown(), 1))
        .extracting(line -> text(line, "text"))
        .containsExactly("greeting Eve");
    var lines = (JsonTree.Array) page(site.fresh("/v1/lines?text=Bob")).get("lines");
    var bob = ((JsonTree.Fields) lines.elements().getFirst()).get("offset");
    assertThat(bob).isNotNull();
    var request = site.to("/v1/lines/stream").header("Last-Event-ID", bob.shown()).GET();
    try (var in =
        new BufferedReader(
            new InputStreamReader(site.open(request).body(), StandardCharsets.UTF_8))) {
      assertThat(in.lines().filter(l -> l.startsWith("data: ")).findFirst().orElseThrow())
          .contains("greeting Eve");
    }
  }
}
