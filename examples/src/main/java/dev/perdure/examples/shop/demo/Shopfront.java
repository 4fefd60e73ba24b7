package dev.perdure.examples.shop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/// The node as the demo sees it: a service that may be gone for a while. For many threads.
final class Shopfront implements AutoCloseable {
  private static final int TRIES_MAX = 100;

  private final DataDirectory data;
  private final Servers servers;
  private volatile ChildProcess process;
  private volatile CompletableFuture<LineClient> client = new CompletableFuture<>();

  Shopfront(DataDirectory data, Servers servers) throws IOException {
    this.data = data;
    this.servers = servers;
    this.process = start();
  }

  private ChildProcess start() throws IOException {
    var started =
        ChildProcess.server(
            NodeMain.class,
            data.beside("node.err"),
            data.node().toString(),
            Integer.toString(servers.databasePort()),
            servers.warehouseUri());
    client.complete(new LineClient(started.port()));
    return started;
  }

  /// Kills the node. Who asks it meanwhile waits until it is back.
  void kill() {
    client = new CompletableFuture<>();
    process.kill();
  }

  /// Starts it again on the same data.
  void restart() throws IOException {
    process = start();
  }

  /// Asks for a customer's page until there is an answer: with the same key, so that the shop does
  /// it once.
  String request(String key, String phase, String user) {
    var line = "request " + key + " " + phase + " " + user;
    IOException last = null;
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      try {
        return client.join().ask(line);
      } catch (IOException gone) {
        last = gone;
      }
    }
    throw new IllegalStateException("the node does not answer " + key, last);
  }

  /// Has an operation done; see [Operator]. Returns `done` or the problem.
  String operate(String line) {
    return ask("operate " + line);
  }

  /// What the log says.
  Figures figures() {
    return Figures.read(ask("figures "));
  }

  /// The versions whose class loaders are in the node's memory after a garbage collection.
  String loaded() {
    return ask("loaded ");
  }

  private String ask(String line) {
    try {
      return client.join().ask(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    if (client.isDone()) {
      client.join().close();
    }
    process.close();
  }
}
