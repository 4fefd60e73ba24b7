package dev.perdure.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.engine.Extras;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Durability;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// S3: how many recorded effects a second are replayed by trivial code, at three lengths of
/// history, on one thread. The time includes reading the history from the log, whose pages are in
/// the system's cache, and building the journal.
///
/// The effects are recorded without forced writes, which does not change what the log holds: two
/// records an effect, in a batch of their own, as a task alone on its node leaves them.
public final class ReplayRate {
  private static final int[] EFFECTS = {10_000, 100_000, 1_000_000};

  /// Effects that are replayed in a round, by replaying short tasks again and again: the clock of
  /// the CPU time has steps of 10 ms.
  private static final int ROUND_EFFECTS = 1_000_000;

  private static final int WARM_ROUNDS = 3;
  private static final int ROUNDS = 9;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

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

  /// What one effect took in a round.
  ///
  /// @param seconds on the clock
  /// @param cpuSeconds of all threads of the process, garbage collector and compiler included
  private record Time(double seconds, double cpuSeconds) {}

  private ReplayRate() {}

  /// Prints the figures as lines of [Figure].
  ///
  /// @param arguments a folder to keep the log in
  public static void main(String[] arguments) {
    var config = NodeConfig.in(Path.of(arguments[0])).withDurability(Durability.async(1_000));
    try (var perdure = Perdure.open(config)) {
      perdure.effects().bind(Asking.Source.class, index -> index);
      perdure.deploy("v1", Asking.class);
      var times = Arrays.stream(EFFECTS).mapToDouble(n -> n * measure(perdure, n)).toArray();
      Figure.printGrowth("S3", "CPU time by effects", EFFECTS, times);
    }
  }

  /// @return seconds of CPU an effect, the median
  private static double measure(Perdure perdure, int effects) {
    var task = perdure.start("ask", List.of(effects), StartOptions.NONE);
    perdure.node().await(task);
    for (int round = 0; round < WARM_ROUNDS; round++) {
      round(perdure, task, effects);
    }
    var times = new Time[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      times[round] = round(perdure, task, effects);
    }
    printRate("effects_per_s_" + effects, Arrays.stream(times).mapToDouble(Time::seconds));
    return printRate(
        "effects_per_cpu_s_" + effects, Arrays.stream(times).mapToDouble(Time::cpuSeconds));
  }

  private static Time round(Perdure perdure, TaskId task, int effects) {
    long from = System.nanoTime();
    long cpuFrom = SYSTEM.getProcessCpuTime();
    for (int replayed = 0; replayed < ROUND_EFFECTS; replayed += effects) {
      var report = perdure.node().replay(task, Map.of(), Extras.none());
      if (report.outcome() == null) {
        throw new IllegalStateException("the replay came to no end: " + report);
      }
    }
    long cpuNanos = SYSTEM.getProcessCpuTime() - cpuFrom;
    long nanos = System.nanoTime() - from;
    return new Time(nanos / 1e9 / ROUND_EFFECTS, cpuNanos / 1e9 / ROUND_EFFECTS);
  }

  /// @return the median of the times
  private static double printRate(String figure, DoubleStream times) {
    var sorted = times.sorted().toArray();
    double median = sorted[ROUNDS / 2];
    var spread =
        "median of %d rounds of %d effects, %.4g..%.4g, one thread"
            .formatted(ROUNDS, ROUND_EFFECTS, 1 / sorted[ROUNDS - 1], 1 / sorted[0]);
    print(figure, 1 / median, "1/s", spread);
    return median;
  }

  private static void print(String figure, double value, String unit, String conditions) {
    Figure.print("perdure", "S3", figure, value, unit, conditions);
  }
}
