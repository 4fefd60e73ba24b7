package dev.perdure.server;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler.Abstract;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// Jetty's core, without servlets. Its own few threads move bytes; each request is handled on a
/// virtual thread.
final class JettyEdge implements Edge {
  private static final int THREADS_MAX = 32;
  private static final String HTTP = "http/1.1";
  private final Server server;
  private final @Nullable ServerConnector connector;
  private final @Nullable JettySocket socket;

  private JettyEdge(
      Server server, @Nullable ServerConnector connector, @Nullable JettySocket socket) {
    this.server = server;
    this.connector = connector;
    this.socket = socket;
  }

  /// Listens.
  ///
  /// @param directory the data directory that has a socket file; null: none has
  /// @throws PerdureException `ADDRESS_UNUSABLE`, `SOCKET_UNUSABLE`, `TLS_UNUSABLE`
  static Edge open(ServerConfig config, @Nullable Path directory, Handler handler) {
    var threads = new QueuedThreadPool(THREADS_MAX);
    threads.setName("perdure server");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    var server = new Server(threads);
    server.setStopTimeout(0);
    server.setErrorHandler(new JettyErrors());
    server.setHandler(new Handling(handler));
    var connector = config.port() == ServerConfig.NO_PORT ? null : connector(server, config);
    if (connector != null) {
      server.addConnector(connector);
    }
    server.addBean(new NetworkConnectionLimit(config.limits().counts().connectionsMax(), server));
    start(server, config);
    return new JettyEdge(server, connector, socket(server, config, directory));
  }

  private static @Nullable JettySocket socket(
      Server server, ServerConfig config, @Nullable Path directory) {
    if (directory == null) {
      return null;
    }
    try {
      var http = new HttpConnectionFactory(http(config.withTls(null)));
      return JettySocket.open(server, http, directory, config.limits());
    } catch (PerdureException e) {
      stop(server);
      throw e;
    }
  }

  private static ServerConnector connector(Server server, ServerConfig config) {
    var http = new HttpConnectionFactory(http(config));
    var tls = config.tls();
    var connector =
        tls == null
            ? new ServerConnector(server, http)
            : new ServerConnector(server, new SslConnectionFactory(ssl(tls), HTTP), http);
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(config.limits().times().idle().toMillis());
    // As many as may come at once: the system's default of 50 loses some of a crowd.
    connector.setAcceptQueueSize(config.limits().counts().connectionsMax());
    return connector;
  }

  /// A name of a function may contain a slash, which stands encoded in a path. That is ambiguous
  /// for those who look at decoded paths; nobody here does.
  private static HttpConfiguration http(ServerConfig config) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(config.limits().sizes().headMax());
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("perdure", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR));
    if (config.tls() != null) {
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    return http;
  }

  private static SslContextFactory.Server ssl(Tls tls) {
    var ssl = new SslContextFactory.Server();
    ssl.setKeyStore(tls.keys());
    ssl.setKeyStorePassword(tls.password());
    ssl.setKeyManagerPassword(tls.password());
    return ssl;
  }

  @SuppressWarnings("IllegalCatch") // Jetty declares no less
  private static void start(Server server, ServerConfig config) {
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw e instanceof IOException
          ? Problem.of(
                  ServerCode.ADDRESS_UNUSABLE,
                  "nobody can listen on "
                      + config.host()
                      + ":"
                      + config.port()
                      + ": "
                      + cause(e).getMessage(),
                  "Take another address or port (--port 0 takes one that is free), or stop who has"
                      + " it")
              .exception(e)
          : Problem.of(
                  ServerCode.TLS_UNUSABLE,
                  "the server cannot start with its certificate: " + e,
                  "Check the certificate, its key and the password")
              .exception(e);
    }
  }

  private static Throwable cause(Throwable e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      System.getLogger(JettyEdge.class.getName())
          .log(System.Logger.Level.WARNING, "the server did not stop cleanly", e);
    }
  }

  @Override
  public int port() {
    return connector == null ? ServerConfig.NO_PORT : connector.getLocalPort();
  }

  @Override
  public void stopAccepting() {
    if (connector != null) {
      connector.close();
    }
    if (socket != null) {
      socket.stopAccepting();
    }
  }

  @Override
  public void close() {
    stop(server);
  }

  /// Hands requests to our handler.
  private static final class Handling extends Abstract {
    private final Handler handler;

    Handling(Handler handler) {
      this.handler = handler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      try {
        handler.handle(new JettyExchange(request, response));
        callback.succeeded();
      } catch (IOException | RuntimeException e) {
        callback.failed(e);
      }
      return true;
    }
  }
}
