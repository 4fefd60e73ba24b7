package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LimitsTest {
  private static final ServerLimits SMALL =
      ServerLimits.defaults()
          .withSizes(new ServerLimits.Sizes(2_000, 1_000, 1_000, 100_000))
          .withCounts(new ServerLimits.Counts(16, 4, 1, 1, 1, 1));

  @TempDir Path directory;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(directory, ServerConfig.onLoopback(0).withLimits(SMALL));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsToldOrNot() {
    var body = "[\"" + "x".repeat(1_500) + "\"]";
    assertTooLarge(site.post("/v1/functions/greet/call", body));
    assertTooLarge(
        site.post(
            "/v1/functions/greet/call",
            Body.JSON,
            BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
  }

  private static void assertTooLarge(Site.Got got) {
    assertThat(got.status()).isEqualTo(413);
    assertThat(got.field("code")).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void aHeadThatIsTooLargeIsRefusedWithAProblem() {
    var got = site.get("/v1/tasks", "X-Large", "x".repeat(3_000));
    assertThat(got.status()).isEqualTo(431);
    assertThat(got.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(got.field("code")).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void whatIsNoHttpIsRefusedWithAProblem() throws IOException {
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\nno colon\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"BAD_REQUEST\"");
    assertThat(raw("GET /v1/tasks/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"BAD_REQUEST\"");
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\nConnection: close\r\n\r\n")).contains("\"code\":\"");
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", site.server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void oneMoreCallThatWaitsIsRefusedAndOthersAreNotKeptOut() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          CompletableFuture.supplyAsync(
              () -> site.post("/v1/functions/nap/call?wait=20", "[1500]"), threads);
      Awaitility.await()
          .atMost(Site.PATIENCE)
          .until(() -> site.get("/v1/tasks").text().contains("\"function\":\"nap\""));
      var second = site.post("/v1/functions/greet/call", "[\"Ada\"]");
      assertThat(second.status()).isEqualTo(503);
      assertThat(second.field("code")).isEqualTo("OVERLOADED");
      assertThat(second.header("Retry-After")).isEqualTo("1");
      assertThat(site.post("/v1/functions/greet/start", "[\"Ada\"]").status()).isEqualTo(201);
      assertThat(first.join().text()).isEqualTo("\"rested\"");
      // its place is free when its answer has been sent, which the client may see a little before
      Awaitility.await()
          .atMost(Site.PATIENCE)
          .until(() -> site.post("/v1/functions/greet/call", "[\"Ada\"]").status() == 200);
    }
  }
}
