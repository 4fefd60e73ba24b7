package dev.perdure.bench;

import dev.perdure.engine.Change;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// What it costs to forget tasks that have ended and to compact their log (E4): how long it takes,
/// what it gives back, and what the tasks that run meanwhile notice.
public final class CompactionTime {
  private static final int CLIENTS = 16;
  private static final double SECONDS = 3;

  private CompactionTime() {}

  /// @param arguments a folder with a log that [RecoveryTime] made, and what to call the figures
  public static void main(String[] arguments) throws Exception {
    var directory = Path.of(arguments[0]);
    try (var perdure = Perdure.open(NodeConfig.in(directory))) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      run(perdure);
      var alone = run(perdure);
      int ended = perdure.node().read(state -> state.ended().size());
      long before = logBytes(directory);
      long from = System.nanoTime();
      var compacting =
          CompletableFuture.supplyAsync(
              () -> perdure.node().compact(Duration.ofSeconds(1), new Change("bench", "")));
      var beside = run(perdure);
      Node.Compacted done = compacting.get();
      double seconds = (System.nanoTime() - from) / 1e9;
      var how = ended + " tasks ended, %d MiB of log".formatted(before >> 20);
      print(arguments[1], "forgotten", (double) done.forgotten(), "tasks", how);
      print(arguments[1], "took", seconds, "s", how + "; at least the time of the clients");
      print(arguments[1], "given_back", done.bytes() / 1048576.0, "MiB", how);
      print(arguments[1], "events_dropped", (double) done.records(), "events", how);
      print(arguments[1], "p99_alone", alone.micros(0.99), "us", CLIENTS + " clients");
      print(arguments[1], "p99_beside", beside.micros(0.99), "us", CLIENTS + " clients");
      print(arguments[1], "most_alone", alone.micros(1), "us", CLIENTS + " clients");
      print(arguments[1], "most_beside", beside.micros(1), "us", CLIENTS + " clients");
      print(arguments[1], "rate_alone", alone.rate(), "1/s", CLIENTS + " clients");
      print(arguments[1], "rate_beside", beside.rate(), "1/s", CLIENTS + " clients");
    }
  }

  private static ClosedLoop.Result run(Perdure perdure) throws Exception {
    return ClosedLoop.run(CLIENTS, SECONDS, () -> perdure.call("tenSteps", 1, Integer.class));
  }

  private static long logBytes(Path directory) throws IOException {
    try (var files = Files.list(directory.resolve("log"))) {
      return files.mapToLong(CompactionTime::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(String name, String figure, double value, String unit, String how) {
    Figure.print("perdure", "compaction", figure + "_" + name, value, unit, how);
  }
}
