package dev.perdure.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.node.Perdure;
import dev.perdure.server.Server;
import dev.perdure.server.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the snippet of the guide to the server.
class ServerGuideTest {
  @Test
  void anEmbeddedEngineIsServedByOneCall(@TempDir Path dir)
      throws IOException, InterruptedException {
    int port = 0;
    try (var perdure = Perdure.open(dir);
        var server = Server.start(perdure.node(), ServerConfig.onLoopback(port))) {
      var request = HttpRequest.newBuilder(URI.create(server.url() + "/v1/health")).build();
      try (var client = HttpClient.newHttpClient()) {
        assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("ok");
      }
    }
  }
}
