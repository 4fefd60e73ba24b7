package dev.perdure.bench;

import dev.perdure.engine.StartOptions;
import dev.perdure.log.Durability;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// E4: the time from the opening of a data directory until a task in wat that was cut short asks
/// its next effect. The task has drawn random numbers, one record each. `make DIRECTORY EFFECTS
/// EVERY` makes such a directory and ends the process with the task under way; `open DIRECTORY
/// NAME` takes the time, first of a process that has just begun, then of one that is warm.
public final class CheckpointTime {
  private static final String PROGRAM =
      """
      (:wat::core::defeffect :dev::perdure::bench::Bell [(ring {:read-only true} [n <- :wat::core::i64] -> :wat::core::i64)])
      (:wat::core::defn :b::sum [n <- :wat::core::i64  sum <- :wat::core::i64] -> :wat::core::i64
        (:wat::core::if (:wat::core::= n 0)
          (:dev::perdure::bench::Bell/ring sum)
          (:b::sum (:wat::core::- n 1) (:wat::core::+ sum (:wat::random::i64 0 10)))))
      """;

  private static final long SNAPSHOT_EVENTS = 500;
  private static final int WARM_ROUNDS = 4;
  private static final int ROUNDS = 7;

  private CheckpointTime() {}

  /// Makes a directory, or prints a figure as a line of [Figure].
  ///
  /// @param arguments see above
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var directory = Path.of(arguments[1]);
    if (arguments[0].equals("make")) {
      make(directory, Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
    } else {
      open(directory, arguments[2]);
    }
  }

  private static NodeConfig config(Path directory) {
    return NodeConfig.in(directory.resolve("data")).withDurability(Durability.async(1_000));
  }

  private static void make(Path directory, long effects, int every)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var program = Files.writeString(directory.resolve("sum.wat"), PROGRAM);
    var rung = new CountDownLatch(1);
    var perdure =
        Perdure.open(
            config(directory).withCheckpointEffects(every).withSnapshotEvents(SNAPSHOT_EVENTS));
    perdure.effects().bind(Bell.class, n -> ringing(rung));
    perdure.deploy("v1", program);
    perdure.start("b::sum", List.of(effects, 0L), StartOptions.NONE);
    rung.await();
    while (!Files.exists(directory.resolve("data").resolve("snapshot"))) {
      Thread.sleep(100);
    }
    perdure.close();
    Runtime.getRuntime().halt(0);
  }

  /// Rings, and gives nothing until the node is closed.
  private static long ringing(CountDownLatch rung) {
    rung.countDown();
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("the node is closed");
  }

  private static void open(Path directory, String name) throws InterruptedException {
    double cold = millis(directory);
    for (int i = 0; i < WARM_ROUNDS; i++) {
      millis(directory);
    }
    var times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = millis(directory);
    }
    Arrays.sort(times);
    var range = "median of %d, %.3g..%.3g".formatted(ROUNDS, times[0], times[ROUNDS - 1]);
    Figure.print("perdure", "E4", name + "_cold", cold, "ms", "the first in its process");
    Figure.print("perdure", "E4", name + "_warm", times[ROUNDS / 2], "ms", range);
    Runtime.getRuntime().halt(0);
  }

  /// From the opening until the task asks.
  private static double millis(Path directory) throws InterruptedException {
    var rung = new CountDownLatch(1);
    long from = System.nanoTime();
    try (var perdure = Perdure.open(config(directory))) {
      perdure.effects().bind(Bell.class, n -> ringing(rung));
      rung.await();
      return (System.nanoTime() - from) / 1e6;
    }
  }
}
