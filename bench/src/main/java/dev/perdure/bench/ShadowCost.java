package dev.perdure.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.ShadowCount;
import dev.perdure.node.Perdure;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// S5: what a shadow of every call adds to the tasks' 99th percentile, for an honest candidate and
/// for ones without bounds. Clients come at a fixed rate that leaves the machine below 40 % of its
/// CPU. Three functions with the same code take turns in short spells: one that has the candidate
/// and two that have none, so that what the two differ by shows the noise. Prints a line for each
/// figure: who, what, which, value, unit, conditions, separated by tabs.
public final class ShadowCost {
  private static final int CLIENTS = 32;
  private static final double WARM_UP_SECONDS = 5;
  private static final double SETTLING_SECONDS = 1;
  private static final String ALONE = "alone";
  private static final String CONTROL = "control";
  private static final String SHADOWED = "shadowed";

  private final Perdure perdure;
  private final double seconds;
  private final int rounds;
  private final double rate;
  private int versions = 1;

  private ShadowCost(Perdure perdure, double seconds, int rounds, double rate) {
    this.perdure = perdure;
    this.seconds = seconds;
    this.rounds = rounds;
    this.rate = rate;
  }

  /// @param arguments a folder on the disk to measure, seconds of a spell, how many rounds of
  ///   spells, tasks a second, and the candidates' names, if not all of them
  public static void main(String[] arguments) throws Exception {
    var seconds = Double.parseDouble(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    double rate = Double.parseDouble(arguments[3]);
    try (var perdure = Perdure.open(Path.of(arguments[0], "shadows"))) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      perdure.deploy("v1", Candidates.Primary.class);
      var named = List.of(arguments).subList(4, arguments.length);
      new ShadowCost(perdure, seconds, rounds, rate).measureAll(named);
    }
  }

  private void measureAll(List<String> named) throws InterruptedException {
    for (var function : List.of(ALONE, CONTROL, SHADOWED)) {
      spell(function, WARM_UP_SECONDS);
    }
    var candidates =
        List.of(
            Candidates.Honest.class,
            Candidates.Looping.class,
            Candidates.Recursive.class,
            Candidates.Hungry.class,
            Candidates.Stuck.class);
    for (var candidate : candidates) {
      if (named.isEmpty() || named.contains(candidate.getSimpleName())) {
        measure(candidate);
      }
    }
  }

  private void measure(Class<?> candidate) throws InterruptedException {
    long same = counted(ShadowCount::same);
    long different = counted(ShadowCount::different);
    long dropped = perdure.node().shadowFigures().dropped();
    var alone = new double[rounds];
    var control = new double[rounds];
    var shadowed = new double[rounds];
    double cpu = 0;
    var turns = new ArrayList<>(List.of(ALONE, CONTROL, SHADOWED));
    for (int round = 0; round < rounds; round++) {
      offer(candidate, round);
      for (var function : turns) {
        cpuLoad();
        double p99 = spell(function, seconds);
        switch (function) {
          case ALONE -> {
            alone[round] = p99;
            cpu += cpuLoad() / rounds;
          }
          case CONTROL -> control[round] = p99;
          default -> shadowed[round] = p99;
        }
      }
      Collections.rotate(turns, 1);
    }
    perdure.primary(SHADOWED, "v1");
    var conditions =
        String.format(
            Locale.ROOT,
            "%.0f tasks/s of 10 steps; CPU before it %.0f %%; %d rounds of 3 spells of %.0f s",
            rate,
            100 * cpu,
            rounds,
            seconds);
    var which = candidate.getSimpleName();
    printQuartiles("p99_ratio_" + which, ratios(shadowed, alone), conditions);
    printQuartiles("p99_ratio_of_nothing_beside_" + which, ratios(control, alone), conditions);
    print("p99_without_shadow_" + which, quartile(alone, 2), "us, median", conditions);
    print("same_" + which, (double) (counted(ShadowCount::same) - same), "calls", conditions);
    print(
        "different_" + which,
        (double) (counted(ShadowCount::different) - different),
        "calls",
        conditions);
    long now = perdure.node().shadowFigures().dropped();
    print("dropped_" + which, (double) (now - dropped), "calls", conditions);
  }

  /// Lets a candidate shadow every call. One without bounds is a new version in every round, for
  /// the one of the round before was stopped and rests. Then a second passes that is not measured:
  /// whoever deploys takes CPU too.
  private void offer(Class<?> candidate, int round) throws InterruptedException {
    if (candidate != Candidates.Honest.class || round == 0) {
      var version = "c" + ++versions;
      perdure.deploy(version, candidate);
      perdure.shadow(SHADOWED, "v1", version);
    }
    spell(ALONE, SETTLING_SECONDS);
  }

  /// The 99th percentile of a spell of tasks, in microseconds.
  private double spell(String function, double length) throws InterruptedException {
    return PacedLoop.run(CLIENTS, rate, length, () -> perdure.call(function, 1, Integer.class))
        .micros(0.99);
  }

  private static double[] ratios(double[] over, double[] under) {
    var ratios = new double[over.length];
    Arrays.setAll(ratios, i -> over[i] / under[i]);
    return ratios;
  }

  /// The first, second or third quartile.
  private static double quartile(double[] figures, int which) {
    var sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) * which / 4];
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

  private static void printQuartiles(String figure, double[] values, String conditions) {
    print(figure, quartile(values, 2), "x, median", conditions);
    print(figure + "_q1", quartile(values, 1), "x", conditions);
    print(figure + "_q3", quartile(values, 3), "x", conditions);
  }

  private static void print(String figure, double value, String unit, String conditions) {
    System.out.printf(
        Locale.ROOT, "perdure\tS5\t%s\t%.4g\t%s\t%s%n", figure, value, unit, conditions);
  }
}
