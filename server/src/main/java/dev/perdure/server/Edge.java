package dev.perdure.server;

import java.io.IOException;

/// What carries requests and answers over the network.
interface Edge extends AutoCloseable {
  /// Answers requests, each on a virtual thread of its own.
  @FunctionalInterface
  interface Handler {
    /// @throws IOException if the answer cannot be sent
    void handle(Exchange exchange) throws IOException;
  }

  /// The port it listens on; -1 if on none.
  int port();

  /// Takes no more connections; those that are open stay.
  void stopAccepting();

  /// Closes all connections.
  @Override
  void close();
}
