package dev.perdure.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.ShadowCount;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.node.ShadowLimits;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// S5: what a shadow of every call adds to the tasks' 99th percentile, for an honest candidate and
/// for ones without bounds. Clients come at a fixed rate that leaves the machine below 40 % of its
/// CPU. Three functions with the same code take turns in short spells: one that has the candidate,
/// in every second spell, and two that have none, so that what the two differ by shows the noise. A
/// candidate that is stopped rests for users; here as long as is asked, so that its cost while it
/// runs can be seen. Prints a line for each figure: who, what, which, value, unit, conditions,
/// separated by tabs.
public final class ShadowCost {
  private static final int CLIENTS = 32;
  private static final double WARM_UP_SECONDS = 5;
  private static final double SETTLING_SECONDS = 0.5;
  private static final double WAIT_SECONDS_MAX = 15;
  private static final double SHARE = 0.99;
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
  ///   spells, tasks a second, milliseconds for which a candidate that was stopped rests at first,
  ///   and the candidates' names, if not all of them
  public static void main(String[] arguments) throws Exception {
    var seconds = Double.parseDouble(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    double rate = Double.parseDouble(arguments[3]);
    var directory = Path.of(arguments[0], "shadows");
    var limits = ShadowLimits.defaults().withRest(Integer.parseInt(arguments[4]));
    try (var perdure = Perdure.open(NodeConfig.in(directory).withShadowLimits(limits))) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      perdure.deploy("v1", Candidates.Primary.class);
      var named = List.of(arguments).subList(5, arguments.length);
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
    var alone = new Spells();
    var control = new Spells();
    var shadowed = new Spells();
    double cpu = 0;
    offer(candidate);
    for (int round = 0; round < rounds; round++) {
      cpuLoad();
      alone.add(spell(ALONE, seconds));
      cpu += cpuLoad() / rounds;
      var first = shadowedSpell();
      control.add(spell(CONTROL, seconds));
      shadowed.add(Spells.join(first, shadowedSpell()));
    }
    perdure.primary(SHADOWED, "v1");
    var conditions =
        String.format(
            Locale.ROOT,
            "%.0f tasks/s of 10 steps; CPU before it %.0f %%; %d rounds of 4 spells of %.0f s",
            rate,
            100 * cpu,
            rounds,
            seconds);
    var which = candidate.getSimpleName();
    var without = alone.and(control);
    print("p99_ratio_" + which, shadowed.over(without, SHARE), conditions);
    print("p99_ratio_of_nothing_beside_" + which, control.over(alone, SHARE), conditions);
    print("p99_without_shadow_" + which, without.percentile(SHARE) / 1e3, "us", conditions);
    print("same_" + which, (double) (counted(ShadowCount::same) - same), "calls", conditions);
    print(
        "different_" + which,
        (double) (counted(ShadowCount::different) - different),
        "calls",
        conditions);
    long now = perdure.node().shadowFigures().dropped();
    print("dropped_" + which, (double) (now - dropped), "calls", conditions);
  }

  /// Lets a candidate shadow every call. What comes of a new version and a changed route, such as
  /// code that is compiled again, is over before anything is measured.
  private void offer(Class<?> candidate) throws InterruptedException {
    var version = "c" + ++versions;
    perdure.deploy(version, candidate);
    perdure.shadow(SHADOWED, "v1", version);
    spell(SHADOWED, WARM_UP_SECONDS);
  }

  /// The times of a spell of shadowed tasks. What their candidates have begun is over before
  /// anything else is measured; meanwhile the other tasks go on.
  private long[] shadowedSpell() throws InterruptedException {
    var times = spell(SHADOWED, seconds);
    double waited = 0;
    while (perdure.node().shadowFigures().unfinished() > 0 && waited < WAIT_SECONDS_MAX) {
      spell(ALONE, SETTLING_SECONDS);
      waited += SETTLING_SECONDS;
    }
    return times;
  }

  /// The times of a spell of tasks.
  private long[] spell(String function, double length) throws InterruptedException {
    return PacedLoop.run(CLIENTS, rate, length, () -> perdure.call(function, 1, Integer.class))
        .sortedNanos();
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

  private static void print(String figure, Spells.Ratio ratio, String conditions) {
    print(figure, ratio.value(), "x", conditions);
    print(figure + "_low", ratio.low(), "x, 95 % interval", conditions);
    print(figure + "_high", ratio.high(), "x, 95 % interval", conditions);
  }

  private static void print(String figure, double value, String unit, String conditions) {
    Figure.print("perdure", "S5", figure, value, unit, conditions);
  }
}
