package dev.perdure.server;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;

/// Jetty's connector on the socket file of a data directory.
final class JettySocket {
  private final UnixDomainServerConnector connector;
  private final SocketFile file;

  private JettySocket(UnixDomainServerConnector connector, SocketFile file) {
    this.connector = connector;
    this.file = file;
  }

  /// Listens, beside the other connectors of a server that runs.
  ///
  /// @param directory a data directory that this process owns
  /// @throws PerdureException `SOCKET_UNUSABLE`
  @SuppressWarnings("IllegalCatch") // Jetty declares no less
  static JettySocket open(
      Server server, HttpConnectionFactory http, Path directory, ServerLimits limits) {
    try {
      var file = SocketFile.prepare(directory);
      var connector = new UnixDomainServerConnector(server, http);
      connector.setUnixDomainPath(file.birthplace());
      connector.setIdleTimeout(limits.times().idle().toMillis());
      connector.addBean(new NetworkConnectionLimit(limits.counts().connectionsMax(), connector));
      server.addConnector(connector);
      connector.start();
      file.publish();
      return new JettySocket(connector, file);
    } catch (Exception e) {
      throw Problem.of(
              ServerCode.SOCKET_UNUSABLE,
              "nobody can listen on a socket file for " + directory + ": " + e,
              "Put the data directory on a local file system, or serve without the file:"
                  + " ServerConfig.withoutSocket()")
          .exception(e);
    }
  }

  /// Takes no more connections; those that are open stay.
  void stopAccepting() {
    connector.setAccepting(false);
    try {
      file.remove();
    } catch (IOException e) {
      System.getLogger(JettySocket.class.getName())
          .log(System.Logger.Level.WARNING, "the socket file was not removed", e);
    }
  }
}
