package dev.perdure.bench;

import dev.perdure.engine.Extras;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Durability;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// S3 for wat: how many recorded effects of a task in wat are replayed a second, on one thread. The
/// effects are random numbers, which are one record each. The time includes reading the history
/// from the log, whose pages are in the system's cache, and building the journal.
public final class WatReplay {
  private static final int EFFECTS = 1_000_000;
  private static final int WARM_ROUNDS = 3;
  private static final int ROUNDS = 9;

  private static final String PROGRAM =
      """
      (:wat::core::defn :b::sum [n <- :wat::core::i64  sum <- :wat::core::i64] -> :wat::core::i64
        (:wat::core::if (:wat::core::= n 0)
          sum
          (:b::sum (:wat::core::- n 1) (:wat::core::+ sum (:wat::random::i64 0 10)))))
      """;

  private WatReplay() {}

  /// Prints the figures as lines of [Figure].
  ///
  /// @param arguments a folder to keep the log in
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var program = Files.writeString(folder.resolve("sum.wat"), PROGRAM);
    var config = NodeConfig.in(folder.resolve("data")).withDurability(Durability.async(1_000));
    try (var perdure = Perdure.open(config)) {
      perdure.deploy("v1", program);
      var task = perdure.start("b::sum", List.of((long) EFFECTS, 0L), StartOptions.NONE);
      perdure.node().await(task);
      for (int i = 0; i < WARM_ROUNDS; i++) {
        seconds(perdure, task);
      }
      var times = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        times[i] = seconds(perdure, task);
      }
      Arrays.sort(times);
      Figure.print(
          "perdure",
          "S3",
          "wat_effects_per_s_" + EFFECTS,
          EFFECTS / times[ROUNDS / 2],
          "1/s",
          "median of %d rounds, %.4g..%.4g, one thread"
              .formatted(ROUNDS, EFFECTS / times[ROUNDS - 1], EFFECTS / times[0]));
    }
  }

  private static double seconds(Perdure perdure, TaskId task) {
    long from = System.nanoTime();
    var report = perdure.node().replay(task, Map.of(), Extras.none());
    if (!report.asRecorded()) {
      throw new IllegalStateException("the replay did something else: " + report);
    }
    return (System.nanoTime() - from) / 1e9;
  }
}
