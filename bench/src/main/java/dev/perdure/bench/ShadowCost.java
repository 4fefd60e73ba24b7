package dev.perdure.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.ShadowCount;
import dev.perdure.node.Perdure;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// S5: what a shadow of every call adds to the tasks' 99th percentile, for an honest candidate and
/// for ones without bounds. Clients come at a fixed rate that leaves the machine below 40 % of its
/// CPU; spells without and with a shadow take turns in one process. Prints a line for each figure:
/// who, what, which, value, unit, conditions, separated by tabs.
public final class ShadowCost {
  private static final int CLIENTS = 32;

  private final Perdure perdure;
  private final double rate;
  private final double seconds;
  private int versions = 1;

  private ShadowCost(Perdure perdure, double rate, double seconds) {
    this.perdure = perdure;
    this.rate = rate;
    this.seconds = seconds;
  }

  /// @param arguments a folder on the disk to measure, seconds of a spell, how many pairs of
  ///   spells, and tasks a second
  public static void main(String[] arguments) throws Exception {
    var seconds = Double.parseDouble(arguments[1]);
    int pairs = Integer.parseInt(arguments[2]);
    double rate = Double.parseDouble(arguments[3]);
    try (var perdure = Perdure.open(Path.of(arguments[0], "shadows"))) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      perdure.deploy("v1", TenSteps.class);
      new ShadowCost(perdure, rate, seconds).measureAll(pairs);
    }
  }

  private void measureAll(int pairs) throws InterruptedException {
    spell();
    spell();
    var candidates =
        List.of(
            TenSteps.class,
            Candidates.Honest.class,
            Candidates.Looping.class,
            Candidates.Recursive.class,
            Candidates.Hungry.class,
            Candidates.Stuck.class);
    for (var candidate : candidates) {
      measure(candidate, pairs);
    }
  }

  private void measure(Class<?> candidate, int pairs) throws InterruptedException {
    var ratios = new double[pairs];
    var without = new double[pairs];
    var cpu = new ArrayList<Double>();
    long same = counted(ShadowCount::same);
    long different = counted(ShadowCount::different);
    long dropped = perdure.node().shadowFigures().dropped();
    for (int pair = 0; pair < pairs; pair++) {
      perdure.primary("tenSteps", "v1");
      cpuLoad();
      without[pair] = spell();
      cpu.add(cpuLoad());
      var version = "c" + ++versions;
      perdure.deploy(version, candidate);
      if (candidate != TenSteps.class) {
        perdure.shadow("tenSteps", "v1", version);
      }
      ratios[pair] = spell() / without[pair];
    }
    Arrays.sort(ratios);
    Arrays.sort(without);
    var which = candidate == TenSteps.class ? "none" : candidate.getSimpleName();
    var conditions =
        String.format(
            Locale.ROOT,
            "%.0f tasks/s of 10 steps; CPU before it %.0f %%; %d pairs of %.0f s",
            rate,
            100 * cpu.stream().mapToDouble(c -> c).average().orElseThrow(),
            pairs,
            seconds);
    print("p99_without_shadow_" + which, without[pairs / 2], "us", conditions);
    print("p99_ratio_" + which, ratios[pairs / 2], "x, median", conditions);
    print("p99_ratio_min_" + which, ratios[0], "x", conditions);
    print("p99_ratio_max_" + which, ratios[pairs - 1], "x", conditions);
    print("same_" + which, (double) (counted(ShadowCount::same) - same), "calls", conditions);
    print(
        "different_" + which,
        (double) (counted(ShadowCount::different) - different),
        "calls",
        conditions);
    long now = perdure.node().shadowFigures().dropped();
    print("dropped_" + which, (double) (now - dropped), "calls", conditions);
  }

  /// The 99th percentile of a spell of tasks, in microseconds.
  private double spell() throws InterruptedException {
    return PacedLoop.run(CLIENTS, rate, seconds, () -> perdure.call("tenSteps", 1, Integer.class))
        .micros(0.99);
  }

  private long counted(ToLongFunction<ShadowCount> figure) {
    return perdure.node().<Long>read(state -> sum(state, figure));
  }

  private static long sum(EngineState state, ToLongFunction<ShadowCount> figure) {
    return state.shadows().values().stream().mapToLong(figure).sum();
  }

  /// The share of the machine's CPU in use since it was asked last.
  private static double cpuLoad() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getCpuLoad();
  }

  private static void print(String figure, double value, String unit, String conditions) {
    System.out.printf(
        Locale.ROOT, "perdure\tS5\t%s\t%.4g\t%s\t%s%n", figure, value, unit, conditions);
  }
}
