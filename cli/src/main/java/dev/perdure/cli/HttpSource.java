package dev.perdure.cli;

import dev.perdure.server.LocalApi;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Transport;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/// A server that is talked to over HTTP: through the socket file of its data directory, or at a
/// URL.
final class HttpSource implements Source {
  /// Longer than a server lets anybody wait, and than it checks a universe.
  private static final long ANSWER_SECONDS_MAX = 3_600;

  private static final String AT_SOCKET = "http://localhost";

  private final HttpClient client;
  private final String base;
  private final @Nullable Path socket;
  private final @Nullable String token;
  private final String user;

  private HttpSource(
      HttpClient client, String base, @Nullable Path socket, @Nullable String token, String user) {
    this.client = client;
    this.base = base;
    this.socket = socket;
    this.token = token;
    this.user = user;
  }

  /// At the socket file of a data directory.
  ///
  /// @param user who makes changes: whoever may open the file is believed
  static Source through(Path socket, String user) {
    return new HttpSource(started(new SslContextFactory.Client()), AT_SOCKET, socket, null, user);
  }

  /// At a URL.
  ///
  /// @param token null: none
  /// @param trusted the certificates of authorities; null: those of the JDK
  static Source at(URI url, @Nullable String token, @Nullable KeyStore trusted) {
    var ssl = new SslContextFactory.Client();
    if (trusted != null) {
      ssl.setTrustStore(trusted);
    }
    var base = url.toString().replaceAll("/+$", "");
    return new HttpSource(started(ssl), base, null, token, "");
  }

  @SuppressWarnings("IllegalCatch") // Jetty declares no less
  private static HttpClient started(SslContextFactory.Client ssl) {
    var client = new HttpClient();
    client.setSslContextFactory(ssl);
    client.setFollowRedirects(false);
    client.setIdleTimeout(0);
    try {
      client.start();
      return client;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void send(Ask ask, Receiver receiver) {
    var listener = new InputStreamResponseListener();
    request(ask).send(listener);
    try {
      var response = listener.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
      try (var in = listener.getInputStream();
          var out = receiver.begin(response.getStatus())) {
        in.transferTo(out);
      }
    } catch (ExecutionException e) {
      throw unreachable(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private Request request(Ask ask) {
    var query = ask.queryText();
    var request =
        client
            .newRequest(base + ask.path() + (query == null ? "" : "?" + query))
            .method(ask.method());
    if (socket != null) {
      request.transport(new Transport.TCPUnix(socket));
      request.headers(headers -> headers.put(LocalApi.USER, Ask.encoded(user)));
    }
    if (token != null) {
      request.headers(headers -> headers.put("Authorization", "Bearer " + token));
    }
    request.headers(headers -> ask.headers().forEach(headers::put));
    var content = ask.content();
    return content == null
        ? request
        : request.body(new BytesRequestContent(content.type(), content.bytes()));
  }

  private PerdureException unreachable(Throwable cause) {
    return Unreachable.of(cause)
        .problem(socket == null ? base : socket.toString())
        .exception(cause);
  }

  @Override
  public boolean served() {
    return true;
  }

  @Override
  @SuppressWarnings("IllegalCatch") // Jetty declares no less
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
