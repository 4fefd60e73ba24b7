package dev.perdure.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a server is started.
///
/// @param host the address to listen on, a name or a number
/// @param port to listen on; 0: any that is free; -1: none, the socket file alone
/// @param tls its certificate; null: plain HTTP, on loopback only
/// @param hosts names by which it is reached, beside those of loopback. Requests to other names are
///   refused; empty, and not on loopback: any name will do, as tokens are needed there
/// @param tokens the file of tokens; null: the one of the node's data directory
/// @param limits its bounds
/// @param grace how long requests under way may take when it is closed
/// @param socket whether it listens on a [SocketFile] in the node's data directory too
public record ServerConfig(
    String host,
    int port,
    @Nullable Tls tls,
    List<String> hosts,
    @Nullable Path tokens,
    ServerLimits limits,
    Duration grace,
    boolean socket) {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int PORT_MAX = 65_535;

  /// Nobody listens on a port.
  static final int NO_PORT = -1;

  public ServerConfig {
    if (port != NO_PORT) {
      checkPort(port);
    }
    if (port == NO_PORT && !socket) {
      throw new IllegalArgumentException("a server without a port needs its socket file");
    }
    Objects.requireNonNull(limits);
    Objects.requireNonNull(grace);
    hosts = List.copyOf(hosts);
  }

  /// On this machine only, without TLS. As long as the data directory has no file of tokens,
  /// whoever can reach the port may do everything.
  public static ServerConfig onLoopback(int port) {
    checkPort(port);
    return local(port);
  }

  private static ServerConfig local(int port) {
    return new ServerConfig(
        "127.0.0.1", port, null, List.of(), null, ServerLimits.defaults(), GRACE, true);
  }

  private static void checkPort(int port) {
    if (port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("a port is 0 to " + PORT_MAX + ", not " + port);
    }
  }

  /// On the socket file in the data directory alone, and on no port: for the command line, by which
  /// the user whose process it is looks at a program that has no API for others.
  public static ServerConfig onSocket() {
    return local(NO_PORT);
  }

  /// On an address that others can reach: needs TLS, and a token in the data directory.
  public static ServerConfig on(String host, int port, Tls tls) {
    return onLoopback(port).withHost(host).withTls(tls);
  }

  /// The same on another address.
  public ServerConfig withHost(String newHost) {
    return new ServerConfig(newHost, port, tls, hosts, tokens, limits, grace, socket);
  }

  /// The same with a certificate.
  public ServerConfig withTls(@Nullable Tls newTls) {
    return new ServerConfig(host, port, newTls, hosts, tokens, limits, grace, socket);
  }

  /// The same, reached by other names too.
  public ServerConfig withHosts(List<String> newHosts) {
    return new ServerConfig(host, port, tls, newHosts, tokens, limits, grace, socket);
  }

  /// The same with another file of tokens.
  public ServerConfig withTokens(Path newTokens) {
    return new ServerConfig(host, port, tls, hosts, newTokens, limits, grace, socket);
  }

  /// The same with other bounds.
  public ServerConfig withLimits(ServerLimits newLimits) {
    return new ServerConfig(host, port, tls, hosts, tokens, newLimits, grace, socket);
  }

  /// The same with another time for requests under way.
  public ServerConfig withGrace(Duration newGrace) {
    return new ServerConfig(host, port, tls, hosts, tokens, limits, newGrace, socket);
  }

  /// The same without a socket file.
  public ServerConfig withoutSocket() {
    return new ServerConfig(host, port, tls, hosts, tokens, limits, grace, false);
  }
}
