package dev.perdure.node;

import dev.perdure.api.Http;
import dev.perdure.api.HttpNoAnswer;
import dev.perdure.api.HttpNotSent;
import dev.perdure.api.IdempotencyKey;
import dev.perdure.engine.TraceContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Performs [Http] with the JDK's client. Blocks the calling thread, which should be a virtual one.
/// Requests say to which trace their task belongs, in the header `traceparent`, unless they say it
/// themselves. Each request of an effect carries a key of its own ([IdempotencyKey#nextRequest]),
/// unless it brings one.
///
/// @param client who sends; it is not closed by this
/// @param timeout how long one answer may take
/// @param headers added to every request and to no history: tokens, keys
public record HttpClientEffect(HttpClient client, Duration timeout, Map<String, String> headers)
    implements Http {
  private static final Duration TIMEOUT_DEFAULT = Duration.ofSeconds(30);
  private static final String KEY_HEADER = "Idempotency-Key";

  public HttpClientEffect {
    Objects.requireNonNull(client);
    Objects.requireNonNull(timeout);
    headers = Map.copyOf(headers);
  }

  /// Sends with this client, and waits 30 s for an answer.
  public HttpClientEffect(HttpClient client) {
    this(client, TIMEOUT_DEFAULT, Map.of());
  }

  /// The same with another time that an answer may take.
  public HttpClientEffect withTimeout(Duration newTimeout) {
    return new HttpClientEffect(client, newTimeout, headers);
  }

  /// The same with other headers that every request gets.
  public HttpClientEffect withHeaders(Map<String, String> newHeaders) {
    return new HttpClientEffect(client, timeout, newHeaders);
  }

  @Override
  public Http.Response send(Http.Request request) {
    var builder = builder(request.uri(), request.headers());
    builder.method(request.method(), publisher(request.body()));
    if (!request.headers().containsKey("content-type") && request.body() instanceof Body.Text) {
      builder.header("Content-Type", "text/plain; charset=utf-8");
    }
    return exchange(builder.build());
  }

  @Override
  public Http.Response get(String uri, Map<String, List<String>> own) {
    return exchange(builder(uri, own).GET().build());
  }

  private HttpRequest.Builder builder(String uri, Map<String, List<String>> own) {
    var builder = HttpRequest.newBuilder(URI.create(uri)).timeout(timeout);
    own.forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    var trace = Performing.trace();
    if (trace != null && own.keySet().stream().noneMatch(TraceContext.HEADER::equalsIgnoreCase)) {
      builder.setHeader(TraceContext.HEADER, trace.toString());
    }
    headers.forEach(builder::setHeader);
    return named(own) ? builder : builder.setHeader(KEY_HEADER, IdempotencyKey.nextRequest());
  }

  /// Whether the request brings a key of its own.
  private static boolean named(Map<String, List<String>> own) {
    return own.keySet().stream().anyMatch(KEY_HEADER::equalsIgnoreCase);
  }

  private static BodyPublisher publisher(Body body) {
    return switch (body) {
      case Body.None _ -> BodyPublishers.noBody();
      case Body.Text(var content) -> BodyPublishers.ofString(content);
      case Body.Bytes(var content) -> BodyPublishers.ofByteArray(content);
    };
  }

  private Http.Response exchange(HttpRequest request) {
    try {
      var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), Limits.HTTP_BODY_BYTES_MAX);
      return response(client.send(request, handler));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new HttpNotSent(text(request, e));
    } catch (IOException e) {
      throw new HttpNoAnswer(text(request, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpNoAnswer(text(request, e));
    }
  }

  private static String text(HttpRequest request, Exception e) {
    return request.method() + " " + request.uri() + ": " + e;
  }

  private static Http.Response response(HttpResponse<byte[]> response) {
    var headers = response.headers();
    var type = headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    return new Http.Response(response.statusCode(), headers.map(), body(type, response.body()));
  }

  private static Body body(String type, byte[] content) {
    if (content.length == 0) {
      return new Body.None();
    }
    return isText(type)
        ? new Body.Text(new String(content, charset(type)))
        : new Body.Bytes(content);
  }

  private static boolean isText(String type) {
    return type.startsWith("text/") || type.contains("json") || type.contains("xml");
  }

  private static Charset charset(String type) {
    return type.contains("charset=iso-8859-1")
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }
}
