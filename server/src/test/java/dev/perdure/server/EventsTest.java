package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventsTest {
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

  /// One event of a stream.
  private record Sent(long id, String event, String data) {}

  /// Reads a stream until an event of a kind has come; those before it and itself.
  private List<Sent> until(String kind, String path, String... headers) {
    var request = site.to(path);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    var response = site.open(request);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    try (var in =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      var all = new ArrayList<Sent>();
      while (all.isEmpty() || !all.getLast().event().equals(kind)) {
        var line = in.readLine();
        if (line.startsWith("id: ")) {
          all.add(
              new Sent(
                  Long.parseLong(line.substring(4)),
                  in.readLine().substring("event: ".length()),
                  in.readLine().substring("data: ".length())));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theLogIsToldFromAnOffsetOnWithoutGaps() {
    site.post("/v1/functions/greet/call", "[\"Ada\"]");
    var all = until("Finished", "/v1/events?from=0");
    assertThat(all).extracting(Sent::event).startsWith("Opened", "Deployed", "Started");
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).id()).isEqualTo(i);
    }
    assertThat(all.getLast().data()).contains("\"event\":\"Finished\"", "Hello Ada");
  }

  @Test
  void aReaderGoesOnBehindTheLastEventItHas() {
    site.post("/v1/functions/greet/call", "[\"Ada\"]");
    var all = until("Finished", "/v1/events?from=0");
    var rest = until("Finished", "/v1/events", "Last-Event-ID", "1");
    assertThat(rest).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void whatComesIsToldAsItComes() throws IOException {
    var response = site.open(site.to("/v1/events"));
    try (var in =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(in.readLine()).startsWith(": the log from offset ");
      site.post("/v1/functions/greet/call", "[\"Ada\"]");
      String line;
      do {
        line = in.readLine();
      } while (!line.equals("event: Finished"));
    }
  }

  @Test
  void aStreamMayBeOfOneTaskOnly() {
    site.post("/v1/functions/greet/call", "[\"Ada\"]");
    var id = site.post("/v1/functions/greet/call", "[\"Bob\"]").header("Perdure-Task");
    var sent = until("Finished", "/v1/events?from=0&task=" + id);
    assertThat(sent).hasSizeGreaterThan(1);
    assertThat(sent).allMatch(e -> e.data().contains(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=-1", "from=x", "from=100000", "task=7"})
  void aStreamThatCannotBeIsRefused(String query) {
    var got = site.get("/v1/events?" + query);
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.field("code")).isEqualTo("BAD_REQUEST");
  }

  @Test
  void aLastEventThatIsNoOffsetIsRefused() {
    assertThat(site.get("/v1/events", "Last-Event-ID", "x").status()).isEqualTo(400);
  }

  @Test
  void aReaderThatDoesNotReadIsDroppedAndItsPlaceIsFreeAgain() throws IOException {
    site.close();
    var limits =
        ServerLimits.defaults()
            .withCounts(new ServerLimits.Counts(64, 16, 16, 1, 1, 1))
            .withTimes(
                new ServerLimits.Times(
                    Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMillis(100)));
    site = new Site(directory, ServerConfig.onLoopback(0).withLimits(limits));
    try (var deaf = new Socket()) {
      deaf.setReceiveBufferSize(1);
      deaf.connect(new java.net.InetSocketAddress("127.0.0.1", site.server.port()));
      deaf.getOutputStream()
          .write(
              "GET /v1/events?from=0 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      Awaitility.await()
          .atMost(Site.PATIENCE)
          .until(() -> site.get("/v1/events?from=0").status() == 503);
      var filler = "x".repeat(4_000);
      for (int i = 0; i < 2_000; i++) {
        site.post("/v1/functions/greet/start", "[\"" + filler + "\"]");
      }
      Awaitility.await()
          .atMost(Site.PATIENCE)
          .until(() -> {
            var again = site.open(site.to("/v1/events"));
            again.body().close();
            return again.statusCode() == 200;
          });
    }
  }
}
