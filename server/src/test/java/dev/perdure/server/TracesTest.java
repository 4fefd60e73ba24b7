package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.server.json.JsonTree;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String HEADER = "00-" + TRACE + "-b7ad6b7169203331-01";

  @TempDir Path directory;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(directory);
    site.perdure.deploy("talks", Talks.class);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private String traceOf(String task) {
    return site.get("/v1/tasks/" + task).field("traceId");
  }

  @Test
  void aTaskBelongsToTheTraceOfTheCall() {
    var got = site.post("/v1/functions/greet/call", "[\"Ada\"]", "traceparent", HEADER);
    assertThat(traceOf(got.header("Perdure-Task"))).isEqualTo(TRACE);
    var started = site.post("/v1/functions/greet/start", "[\"Ada\"]", "traceparent", HEADER);
    assertThat(traceOf(started.field("task"))).isEqualTo(TRACE);
  }

  @Test
  void aTaskWithoutATraceIsOneOfItsOwn() {
    var id = site.post("/v1/functions/greet/call", "[\"Ada\"]").header("Perdure-Task");
    assertThat(traceOf(id)).isEqualTo(id.replace("-", ""));
  }

  @Test
  void aHeaderThatIsNotValidOrThereTwiceCountsAsNone() {
    for (var header : new String[] {"nonsense", HEADER.replace("00-0a", "ff-0a"), ""}) {
      var got = site.post("/v1/functions/greet/call", "[\"Ada\"]", "traceparent", header);
      assertThat(got.status()).isEqualTo(200);
      assertThat(traceOf(got.header("Perdure-Task"))).isNotEqualTo(TRACE);
    }
    var twice =
        site.post(
            "/v1/functions/greet/call", "[\"Ada\"]", "traceparent", HEADER, "traceparent", HEADER);
    assertThat(traceOf(twice.header("Perdure-Task"))).isNotEqualTo(TRACE);
  }

  @Test
  void childrenBelongToTheTraceAndAllOfItIsFound() {
    var got = site.post("/v1/functions/ask/call", "[\"Ada\"]", "traceparent", HEADER);
    site.post("/v1/functions/greet/call", "[\"Bob\"]");
    var page = (JsonTree.Fields) site.fresh("/v1/tasks?trace=" + TRACE).json();
    var tasks = ((JsonTree.Array) page.get("tasks")).elements();
    assertThat(tasks)
        .extracting(task -> ((JsonTree.Text) ((JsonTree.Fields) task).get("function")).value())
        .containsExactly("answer", "ask");
    var own = site.post("/v1/functions/ask/call", "[\"Ada\"]").header("Perdure-Task");
    assertThat(site.fresh("/v1/tasks?trace=" + own.replace("-", "").toUpperCase()).field("count"))
        .isEqualTo("2");
    assertThat(got.status()).isEqualTo(200);
    assertThat(site.get("/v1/tasks?trace=7").field("code")).isEqualTo("BAD_REQUEST");
  }
}
