package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perdure.api.Http;
import dev.perdure.api.HttpNoAnswer;
import dev.perdure.api.HttpNotSent;
import dev.perdure.api.IdempotencyKey;
import dev.perdure.engine.Branch;
import dev.perdure.engine.Place;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpClientEffectTest {
  private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Http http =
      new HttpClientEffect(client).withHeaders(Map.of("Authorization", "Bearer secret"));
  private HttpServer server;
  private String uri;

  private record Seen(
      String method, String key, String authorization, String type, String trace, byte[] body) {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/text", exchange -> answer(exchange, 200, "text/plain", "grüß dich"));
    server.createContext("/bytes", exchange -> answer(exchange, 200, "image/png", "\u0001"));
    server.createContext("/refuse", exchange -> answer(exchange, 409, "text/plain", "no"));
    server.createContext("/hangup", HttpExchange::close);
    server.start();
    uri = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    client.close();
  }

  private void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var headers = exchange.getRequestHeaders();
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            headers.getFirst("Idempotency-Key"),
            headers.getFirst("Authorization"),
            headers.getFirst("Content-Type"),
            headers.getFirst("traceparent"),
            exchange.getRequestBody().readAllBytes()));
    var bytes = text.getBytes("UTF-8");
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.getResponseHeaders().add("X-Two", "a");
    exchange.getResponseHeaders().add("X-Two", "b");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static <T> T as(String key, Supplier<T> effect) {
    return IdempotencyKey.performing(key, effect);
  }

  @Test
  void aRequestCarriesTheIdempotencyKeyOfItsEffect() {
    as("task/3", () -> http.send(Http.Request.post(uri + "/text", "hello")));
    assertThat(seen.peek().key()).isEqualTo("task/3");
    assertThat(seen.peek().method()).isEqualTo("POST");
    assertThat(new String(seen.peek().body())).isEqualTo("hello");
    assertThat(seen.peek().type()).isEqualTo("text/plain; charset=utf-8");
  }

  @Test
  void aRequestSaysToWhichTraceItBelongsUnlessItSaysSoItself() {
    var trace = TraceContext.of(new TaskId(1, 2), StartOptions.NONE);
    var performing =
        Performing.of(new TaskId(1, 2), new Place(Branch.ROOT, 0), Lives.of("e").open(1), trace);
    performing.by(() -> as("k", () -> http.get(uri + "/text")));
    assertThat(seen.poll().trace()).isEqualTo(trace.toString());
    var own = Map.of("TraceParent", List.of("its own"));
    performing.by(() -> as("k", () -> http.get(uri + "/text", own)));
    assertThat(seen.poll().trace()).isEqualTo("its own");
    as("k", () -> http.get(uri + "/text"));
    assertThat(seen.poll().trace()).isNull();
  }

  @Test
  void eachRequestOfAnEffectHasAKeyOfItsOwnAndKeepsItWhenTheEffectIsPerformedAgain() {
    Supplier<Object> effect =
        () -> {
          http.get(uri + "/text");
          http.send(Http.Request.post(uri + "/text", "hello"));
          return http.send(Http.Request.delete(uri + "/refuse"));
        };
    as("task/3", effect);
    as("task/3", effect);
    assertThat(seen)
        .extracting(Seen::key)
        .containsExactly("task/3", "task/3#2", "task/3#3", "task/3", "task/3#2", "task/3#3");
  }

  @Test
  void aRequestMayBringAKeyAndIsNotCountedThen() {
    var own = Map.of("idempotency-key", List.of("order-7"));
    as(
        "task/3",
        () -> {
          http.send(new Http.Request("PUT", uri + "/text", own, new Http.Body.None()));
          return http.get(uri + "/text");
        });
    assertThat(seen).extracting(Seen::key).containsExactly("order-7", "task/3");
  }

  @Test
  void headersOfTheImplementationAreAddedOnTheWay() {
    as("k", () -> http.get(uri + "/text"));
    assertThat(seen.peek().authorization()).isEqualTo("Bearer secret");
  }

  @Test
  void textComesBackAsTextWithAllValuesOfAHeader() {
    var response = as("k", () -> http.get(uri + "/text"));
    assertThat(response.ok()).isTrue();
    assertThat(response.body()).isEqualTo(new Http.Body.Text("grüß dich"));
    assertThat(response.headers().get("x-two")).containsExactly("a", "b");
    assertThat(response.header("X-TWO")).contains("a");
  }

  @Test
  void otherContentComesBackAsBytes() {
    var response = as("k", () -> http.get(uri + "/bytes"));
    assertThat(response.body()).isEqualTo(new Http.Body.Bytes(new byte[] {1}));
  }

  @Test
  void bytesAreSentAsTheyAre() {
    var body = new Http.Body.Bytes(new byte[] {0, -1});
    var request = new Http.Request("PUT", uri + "/text", Map.of("X", List.of("y")), body);
    as("k", () -> http.send(request));
    assertThat(seen.peek().body()).containsExactly(0, -1);
  }

  @Test
  void aRefusalIsAnAnswer() {
    var response = as("k", () -> http.send(Http.Request.delete(uri + "/refuse")));
    assertThat(response.status()).isEqualTo(409);
    assertThat(response.ok()).isFalse();
    assertThat(response.text()).isEqualTo("no");
  }

  @Test
  void aServiceThatCannotBeReachedHasSeenNothing() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var dead = "http://127.0.0.1:" + port + "/";
    assertThatThrownBy(() -> as("k", () -> http.get(dead))).isInstanceOf(HttpNotSent.class);
  }

  @Test
  void aServiceThatHangsUpMayHaveDoneIt() {
    assertThatThrownBy(() -> as("k", () -> http.send(Http.Request.post(uri + "/hangup", ""))))
        .isInstanceOf(HttpNoAnswer.class)
        .hasMessageContaining("POST " + uri + "/hangup");
  }
}
