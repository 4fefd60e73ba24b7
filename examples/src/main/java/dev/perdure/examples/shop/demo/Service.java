package dev.perdure.examples.shop.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server on a loopback port of its own choice, with a virtual thread for each request.
final class Service implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// What is asked.
  ///
  /// @param key the header `Idempotency-Key`; empty if there is none
  record Call(String body, String key) {}

  /// What is answered.
  record Reply(int status, String text) {
    static Reply ok(String text) {
      return new Reply(200, text);
    }
  }

  /// Answers calls. Called by many threads at once; may block.
  interface Handler {
    Reply answer(Call call);
  }

  Service() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
    server.setExecutor(threads);
  }

  /// Answers requests for a path.
  Service on(String path, Handler handler) {
    server.createContext(path, exchange -> answer(exchange, handler));
    return this;
  }

  /// Begins to serve; returns the port.
  int start() {
    server.start();
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      var reply = reply(exchange, handler);
      var bytes = reply.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Reply reply(HttpExchange exchange, Handler handler) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var call = new Call(body, key(exchange));
    try {
      return handler.answer(call);
    } catch (RuntimeException e) {
      return new Reply(500, e.toString());
    }
  }

  private static String key(HttpExchange exchange) {
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    return Objects.requireNonNullElse(key, "");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
