package dev.perdure.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.sim.Coverage.Ending;
import dev.perdure.sim.Coverage.Situation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Many seeds. `-Dperdure.sim.seeds=50000` runs more of them, `-Dperdure.sim.seed=N` one alone.
class SimulationTest {
  private static final long SEEDS = Long.getLong("perdure.sim.seeds", 2_000);
  private static final Long ONE = Long.getLong("perdure.sim.seed");
  private static final int RUNNERS = 2;

  @Test
  void everySeedKeepsEveryRule() throws Exception {
    var coverage = new Coverage();
    long first = ONE == null ? 1 : ONE;
    long last = ONE == null ? SEEDS : ONE;
    var next = new AtomicLong(first);
    try (var runners = Executors.newFixedThreadPool(RUNNERS)) {
      var jobs = new ArrayList<Callable<Void>>();
      for (int i = 0; i < RUNNERS; i++) {
        jobs.add(() -> run(next, last, coverage));
      }
      for (var done : runners.invokeAll(jobs)) {
        done.get();
      }
    }
    System.out.println(coverage.table());
    if (last - first >= 999) {
      assertThat(missing(coverage)).as("what no seed has met").isEmpty();
    }
  }

  private static Void run(AtomicLong next, long last, Coverage coverage) {
    for (long seed = next.getAndIncrement(); seed <= last; seed = next.getAndIncrement()) {
      try {
        coverage.addAll(replayable(seed));
      } catch (AssertionError failure) {
        next.set(
            last + 1); // the other runner stops too: the seed is told now, not after all others
        throw failure;
      }
    }
    return null;
  }

  private static Coverage replayable(long seed) {
    try {
      return new Simulation(seed, Trace.none()).run();
    } catch (RuntimeException | Violation violation) {
      var command =
          "./mvnw -q -pl sim -am test -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false"
              + " -Dperdure.sim.seed="
              + seed;
      throw new AssertionError("seed " + seed + " fails; replay: " + command, violation);
    }
  }

  private static List<String> missing(Coverage coverage) {
    var missing = new ArrayList<String>();
    for (var ending : EnumSet.of(Ending.POWER_AT_CALL, Ending.POWER_AT_POINT, Ending.KILLED)) {
      for (var situation : Situation.values()) {
        boolean can = situation != Situation.IN_RECOVERY || ending == Ending.POWER_AT_CALL;
        if (can && coverage.of(ending, situation) == 0) {
          missing.add(ending + " while " + situation);
        }
      }
    }
    for (var ending : Ending.values()) {
      if (coverage.total("lives ended by " + ending) == 0) {
        missing.add(ending.toString());
      }
    }
    for (var met : List.of("checkpoints gone on from", "checkpoints not read")) {
      if (coverage.total(met) == 0) {
        missing.add(met);
      }
    }
    return missing;
  }

  @Test
  void oneSeedTwiceGivesTheSameBytes() {
    for (long seed = 1; seed <= 30; seed++) {
      assertThat(bytes(seed)).as("seed " + seed).isEqualTo(bytes(seed));
    }
  }

  private static String bytes(long seed) {
    var simulation = new Simulation(seed, Trace.none());
    simulation.run();
    return simulation.digest();
  }
}
