package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.node.Perdure;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerTest {
  @TempDir Path directory;

  private static void awaitNap(Site site) {
    Awaitility.await()
        .atMost(Site.PATIENCE)
        .until(() -> site.get("/v1/tasks").text().contains("\"status\":\"waiting\""));
  }

  @Test
  void anEmbeddedEngineIsServedByOneCall() {
    try (var perdure = Perdure.inMemory();
        var server = Server.start(perdure.node(), ServerConfig.onLoopback(0))) {
      assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
    }
  }

  @Test
  void whatIsUnderWayIsAnsweredBeforeTheServerIsClosed() {
    try (var site = new Site(directory);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var call =
          CompletableFuture.supplyAsync(
              () -> site.post("/v1/functions/nap/call", "[1000]"), threads);
      awaitNap(site);
      site.server.close();
      assertThat(call.join().text()).isEqualTo("\"rested\"");
    }
  }

  @Test
  void aCallThatTakesLongerThanTheGraceIsToldToAskAgainWithItsKey() {
    try (var site = new Site(directory);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var call =
          CompletableFuture.supplyAsync(
              () -> site.post("/v1/functions/nap/call", "[3600000]"), threads);
      awaitNap(site);
      site.server.close(Duration.ofMillis(50));
      var got = call.join();
      assertThat(got.status()).isEqualTo(503);
      assertThat(got.field("code")).isEqualTo("SERVER_STOPPING");
      assertThat(got.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void aStreamOfEventsEndsWhenTheServerIsClosed() throws IOException {
    try (var site = new Site(directory)) {
      var stream = site.open(site.to("/v1/events?from=0"));
      site.server.close();
      try (var body = stream.body()) {
        assertThat(new String(body.readAllBytes())).startsWith(": the log from offset 0");
      }
    }
  }

  @Test
  void healthTellsWhetherTheEngineAnswers() {
    try (var site = new Site(directory)) {
      assertThat(site.get("/v1/health").text()).isEqualTo("{\"status\":\"ok\"}");
      site.perdure.close();
      var got = site.get("/v1/health");
      assertThat(got.status()).isEqualTo(503);
      assertThat(got.field("code")).isEqualTo("ENGINE_STOPPED");
    }
  }

  @Test
  void aPortThatIsTakenIsTold() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        var perdure = Perdure.inMemory()) {
      var config = ServerConfig.onLoopback(taken.getLocalPort());
      assertThatThrownBy(() -> Server.start(perdure.node(), config))
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> assertThat(e.code()).isEqualTo(ServerCode.ADDRESS_UNUSABLE));
    }
  }
}
