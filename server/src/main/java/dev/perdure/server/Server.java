package dev.perdure.server;

import dev.perdure.node.Node;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON API over HTTP for a node, which stays its owner's to close:
///
/// ```java
/// try (var perdure = Perdure.open(dir);
///     var server = Server.start(perdure.node(), ServerConfig.onLoopback(8080))) {
///   …
/// }
/// ```
///
/// Safe for use by many threads.
public final class Server implements AutoCloseable {
  private final Edge edge;
  private final Flights flights;
  private final ServerConfig config;

  private Server(Edge edge, Flights flights, ServerConfig config) {
    this.edge = edge;
    this.flights = flights;
    this.config = config;
  }

  /// Listens and answers from now on.
  ///
  /// @throws PerdureException `UNSAFE_ADDRESS` if others can reach the address, and there is no TLS
  ///   or no token; `ADDRESS_UNUSABLE`, `SOCKET_UNUSABLE`, `TLS_UNUSABLE`, `TOKENS_UNUSABLE`
  public static Server start(Node node, ServerConfig config) {
    var loopback = isLoopback(config.host());
    var tokens = new Tokens(tokenFile(node, config));
    boolean any = tokens.any();
    if (!loopback && (config.tls() == null || !any)) {
      throw unsafe(config, config.tls() != null);
    }
    var flights = new Flights();
    var table = Endpoints.of(node, config.limits(), flights);
    var api = new Api(table, new Gate(loopback, config.hosts(), tokens), config.limits(), flights);
    var socket = config.socket() ? node.directory().orElse(null) : null;
    if (socket == null && config.port() == ServerConfig.NO_PORT) {
      throw Problem.of(
              ServerCode.SOCKET_UNUSABLE,
              "a node in memory has no data directory, so its server has no socket file",
              "Give it a port, such as with ServerConfig.onLoopback(0)")
          .exception();
    }
    return new Server(JettyEdge.open(config, socket, api::handle), flights, config);
  }

  private static @Nullable TokenFile tokenFile(Node node, ServerConfig config) {
    var file = config.tokens();
    return file != null ? new TokenFile(file) : node.directory().map(TokenFile::in).orElse(null);
  }

  private static boolean isLoopback(String host) {
    try {
      return List.of(InetAddress.getAllByName(host)).stream()
          .allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      throw Problem.of(
              ServerCode.ADDRESS_UNUSABLE,
              "nobody knows the host " + host,
              "Give a name or an address of this machine")
          .exception(e);
    }
  }

  private static PerdureException unsafe(ServerConfig config, boolean tls) {
    return Problem.of(
            ServerCode.UNSAFE_ADDRESS,
            "others can reach "
                + config.host()
                + ", and "
                + (tls ? "no token is configured" : "there is no TLS"),
            tls
                ? "Create a token with `perdure token create`, or listen on 127.0.0.1"
                : "Give a certificate (--tls-cert and --tls-key, or --tls-p12), or listen on"
                    + " 127.0.0.1")
        .exception();
  }

  /// The port it listens on; -1 if on none.
  public int port() {
    return edge.port();
  }

  /// Where it is reached on this machine, such as `http://127.0.0.1:8080`; if it is on no port, by
  /// the socket file, which has no URL.
  ///
  /// @throws IllegalStateException if it is on no port
  public String url() {
    if (port() == ServerConfig.NO_PORT) {
      throw new IllegalStateException("this server listens on no port");
    }
    var host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return (config.tls() == null ? "http" : "https") + "://" + host + ":" + port();
  }

  /// Stops: takes no more connections and requests, waits for those under way as long as it was
  /// configured to, answers the others that it stops, and closes. What was started goes on as long
  /// as the node is open. Closing twice does nothing.
  @Override
  public void close() {
    close(config.grace());
  }

  /// The same with another time for requests under way.
  public void close(Duration grace) {
    edge.stopAccepting();
    flights.drain(grace);
    edge.close();
  }
}
