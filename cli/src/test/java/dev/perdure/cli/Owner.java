package dev.perdure.cli;

import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.server.Server;
import dev.perdure.server.ServerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program that owns a data directory and serves it, with all tasks standing still, while
/// commands are run beside it. It makes room for those that need the directory for themselves.
final class Owner implements AutoCloseable {
  private static final Set<String> ALONE = Set.of("call", "live", "verify", "salvage", "--data");

  private final @Nullable Path directory;
  private @Nullable Node node;
  private @Nullable Server server;
  private int asked;

  private Owner(@Nullable Path directory) {
    this.directory = directory;
  }

  static Owner of(Path directory) {
    return new Owner(directory);
  }

  /// Nobody.
  static Owner none() {
    return new Owner(null);
  }

  /// How many commands were run beside it.
  int asked() {
    return asked;
  }

  /// Serves, or rests, as the command needs it that is run next.
  void beside(List<String> words) {
    if (directory == null) {
      return;
    }
    boolean alone = words.stream().anyMatch(ALONE::contains) && !words.contains("--start");
    if (alone || !Files.isDirectory(directory.resolve("log"))) {
      close();
    } else {
      serve(directory);
      asked++;
    }
  }

  private void serve(Path there) {
    if (node == null) {
      var opened =
          Node.open(NodeConfig.in(there).withIndex().withoutRunningTasks().withLines(_ -> {}));
      node = opened;
      server = Server.start(opened, ServerConfig.onLoopback(0));
    }
  }

  @Override
  public void close() {
    if (node != null && server != null) {
      server.close();
      node.close();
    }
    node = null;
    server = null;
  }
}
