package dev.perdure.server;

import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.node.ShadowLimits;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/// A node with functions, a server on it, and a client of that.
final class Site implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  private final HttpClient client = HttpClient.newHttpClient();
  final Perdure perdure;
  final Server server;

  Site(Path directory) {
    this(directory, ServerConfig.onLoopback(0));
  }

  Site(Path directory, ServerConfig config) {
    this(NodeConfig.in(directory), config);
  }

  Site(NodeConfig node, ServerConfig config) {
    perdure =
        Perdure.open(node.withIndex().withShadowLimits(ShadowLimits.defaults().onBusyMachine()));
    perdure.deploy("v1", Flows.class);
    server = Server.start(perdure.node(), config.withGrace(Duration.ofSeconds(5)));
  }

  /// An answer.
  record Got(int status, HttpResponse<byte[]> response) {
    String text() {
      return new String(response.body(), StandardCharsets.UTF_8).strip();
    }

    JsonTree json() {
      return JsonReader.read(response.body());
    }

    /// A field of the answer as a text.
    String field(String name) {
      var field = ((JsonTree.Fields) json()).get(name);
      return switch (field) {
        case JsonTree.Text text -> text.value();
        case null -> "";
        default -> field.shown();
      };
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(PATIENCE);
  }

  Got get(String path, String... headers) {
    return send(with(to(path).GET(), headers));
  }

  /// Gets what is answered from the index when that has all that was done before.
  Got fresh(String path) {
    var asked = path + (path.contains("?") ? "&" : "?") + "fresh=true";
    return Awaitility.await()
        .atMost(PATIENCE.multipliedBy(3))
        .until(() -> get(asked), got -> !got.text().contains("INDEX_BEHIND"));
  }

  Got delete(String path, String... headers) {
    return send(with(to(path).DELETE(), headers));
  }

  /// Posts JSON.
  Got post(String path, String json, String... headers) {
    return post(path, "application/json", BodyPublishers.ofString(json), headers);
  }

  Got post(String path, String type, BodyPublisher body, String... headers) {
    return send(with(to(path).POST(body).header("Content-Type", type), headers));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder builder, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return builder;
  }

  Got send(HttpRequest.Builder request) {
    try {
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Got(response.statusCode(), response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Sends a request whose answer is read as it comes.
  HttpResponse<InputStream> open(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
    perdure.close();
    client.close();
  }
}
