package dev.perdure.bench;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.engine.Extras;
import dev.perdure.engine.StartOptions;
import dev.perdure.node.Perdure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// S3: how many recorded effects a second are replayed by trivial code, at three lengths of
/// history, on one thread. The time includes reading the history from the log and building the
/// journal.
public final class ReplayRate {
  private static final int ROUNDS = 5;

  /// Asks as many effects as it is told.
  public static final class Asking {
    private final Source source;

    /// What is asked.
    @Effect
    public interface Source {
      /// Some number.
      int number(int index);
    }

    public Asking(Source source) {
      this.source = source;
    }

    @Routed
    public int ask(int times) {
      int sum = 0;
      for (int i = 0; i < times; i++) {
        sum += source.number(i);
      }
      return sum;
    }
  }

  private ReplayRate() {}

  /// Prints a line for each length: who, what, which, value, unit, conditions, separated by tabs.
  ///
  /// @param arguments a folder to keep the log in
  public static void main(String[] arguments) {
    try (var perdure = Perdure.open(Path.of(arguments[0]))) {
      perdure.effects().bind(Asking.Source.class, index -> index);
      perdure.deploy("v1", Asking.class);
      for (int effects : new int[] {10_000, 100_000, 1_000_000}) {
        measure(perdure, effects);
      }
    }
  }

  private static void measure(Perdure perdure, int effects) {
    var task = perdure.start("ask", List.of(effects), StartOptions.NONE);
    perdure.node().await(task);
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long from = System.nanoTime();
      var report = perdure.node().replay(task, Map.of(), Extras.none());
      double seconds = (System.nanoTime() - from) / 1e9;
      if (report.outcome() == null) {
        throw new IllegalStateException("the replay came to no end: " + report);
      }
      best = Math.max(best, effects / seconds);
    }
    System.out.printf(
        Locale.ROOT,
        "perdure\tS3\teffects_per_s_%d\t%.4g\t1/s\tbest of %d, one thread%n",
        effects,
        best,
        ROUNDS);
  }
}
