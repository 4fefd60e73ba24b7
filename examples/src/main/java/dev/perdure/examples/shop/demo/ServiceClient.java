package dev.perdure.examples.shop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// Calls a [Service]. Blocks; for many threads.
record ServiceClient(HttpClient client, String uri) {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /// A client for the service at a loopback port.
  static ServiceClient at(HttpClient client, int port) {
    return new ServiceClient(client, "http://127.0.0.1:" + port);
  }

  /// An HTTP/1.1 client with many connections.
  static HttpClient http() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /// Sends a text with some headers.
  ///
  /// @throws IOException if the service is not there or goes away meanwhile
  Service.Reply post(String path, String text, Map<String, String> headers) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(uri + path))
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofString(text));
    headers.forEach(request::setHeader);
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return new Service.Reply(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Sends a text to a service that must be there.
  String ask(String path, String text) {
    try {
      var reply = post(path, text, Map.of());
      if (reply.status() != 200) {
        throw new IllegalStateException(path + " answers " + reply);
      }
      return reply.text();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
