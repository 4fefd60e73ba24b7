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
/// CPU; spells without and with a shadow take turns in one process, and which comes first takes
/// turns too. Each pair has a version of its own, for one that was stopped rests. A second after
/// each change of a route is not measured: call sites are linked and compiled anew then, with a
/// shadow or without. Prints a line for each figure: who, what, which, value, unit, conditions,
/// separated by tabs.
public final class ShadowCost {
  private static final int CLIENTS = 32;
  private static final double SETTLING_SECONDS = 1;

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
  ///   spells, tasks a second, and the candidates' names, if not all of them
  public static void main(String[] arguments) throws Exception {
    var seconds = Double.parseDouble(arguments[1]);
    int pairs = Integer.parseInt(arguments[2]);
    double rate = Double.parseDouble(arguments[3]);
    try (var perdure = Perdure.open(Path.of(arguments[0], "shadows"))) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      perdure.deploy("v1", TenSteps.class);
      var named = List.of(arguments).subList(4, arguments.length);
      new ShadowCost(perdure, rate, seconds).measureAll(pairs, named);
    }
  }

  private void measureAll(int pairs, List<String> named) throws InterruptedException {
    spell(seconds);
    spell(seconds);
    var candidates =
        List.of(
            TenSteps.class,
            Candidates.Honest.class,
            Candidates.Looping.class,
            Candidates.Recursive.class,
            Candidates.Hungry.class,
            Candidates.Stuck.class);
    for (var candidate : candidates) {
      if (named.isEmpty() || named.contains(name(candidate))) {
        measure(candidate, pairs);
      }
    }
  }

  /// The class that serves already stands for none: what the figures differ by then is noise.
  private static String name(Class<?> candidate) {
    return candidate == TenSteps.class ? "none" : candidate.getSimpleName();
  }

  private void measure(Class<?> candidate, int pairs) throws InterruptedException {
    var ratios = new double[pairs];
    var without = new double[pairs];
    var cpu = new ArrayList<Double>();
    long same = counted(ShadowCount::same);
    long different = counted(ShadowCount::different);
    long dropped = perdure.node().shadowFigures().dropped();
    for (int pair = 0; pair < pairs; pair++) {
      var version = "c" + ++versions;
      perdure.deploy(version, candidate);
      boolean first = pair % 2 == 0;
      double with = first ? 0 : shadowed(candidate, version);
      without[pair] = alone(cpu);
      ratios[pair] = (first ? shadowed(candidate, version) : with) / without[pair];
      perdure.primary("tenSteps", "v1");
    }
    Arrays.sort(ratios);
    Arrays.sort(without);
    var which = name(candidate);
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

  /// The 99th percentile without a shadow; notes the CPU in use.
  private double alone(List<Double> cpu) throws InterruptedException {
    perdure.primary("tenSteps", "v1");
    spell(SETTLING_SECONDS);
    cpuLoad();
    double p99 = spell(seconds);
    cpu.add(cpuLoad());
    return p99;
  }

  private double shadowed(Class<?> candidate, String version) throws InterruptedException {
    if (candidate == TenSteps.class) {
      perdure.primary("tenSteps", "v1");
    } else {
      perdure.shadow("tenSteps", "v1", version);
    }
    spell(SETTLING_SECONDS);
    return spell(seconds);
  }

  /// The 99th percentile of a spell of tasks, in microseconds.
  private double spell(double length) throws InterruptedException {
    return PacedLoop.run(CLIENTS, rate, length, () -> perdure.call("tenSteps", 1, Integer.class))
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
