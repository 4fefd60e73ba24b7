package dev.perdure.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.log.fault.Fault;
import dev.perdure.log.fault.FaultCounts;
import org.junit.jupiter.api.Test;

/// Random histories with crashes. `-Dperdure.crash.points=1000000` runs more of them,
/// `-Dperdure.crash.seed=N` one alone.
class CrashTest {
  private static final int CRASHES_A_RUN = 25;
  private static final long POINTS = Long.getLong("perdure.crash.points", 10_000);
  private static final long FIRST_SEED = Long.getLong("perdure.crash.seed", 1);

  @Test
  void whatWasSyncedSurvivesEveryCrashAndNothingElseIsMadeUp() {
    var counts = FaultCounts.none();
    long flips = 0;
    long baits = 0;
    long compacted = 0;
    long values = 0;
    long runs = Long.getLong("perdure.crash.seed") == null ? POINTS / CRASHES_A_RUN : 1;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + runs; seed++) {
      var run = replayable(seed);
      counts.addAll(run.counts());
      flips += run.flips();
      baits += run.baits();
      compacted += run.compacted();
      values += run.valuesRead();
    }
    System.out.println(
        "crash model: "
            + runs
            + " runs, "
            + flips
            + " flips found, "
            + baits
            + " stale batches, "
            + compacted
            + " records dropped, "
            + values
            + " values read, "
            + counts);
    if (runs >= 400) {
      assertThat(flips).isPositive();
      assertThat(baits).isPositive();
      assertThat(compacted).isPositive();
      assertThat(values).isPositive();
      assertThat(counts.all()).as("faults that happened").hasSize(Fault.values().length - 1);
    }
  }

  private static CrashRun replayable(long seed) {
    var run = new CrashRun(seed);
    try {
      run.untilCrashes(CRASHES_A_RUN);
      return run;
    } catch (RuntimeException | AssertionError e) {
      var command =
          "./mvnw -pl log -am test -Dtest=CrashTest -Dsurefire.failIfNoSpecifiedTests=false"
              + " -Dperdure.crash.seed="
              + seed;
      throw new AssertionError(
          "seed " + seed + " fails after " + run.crashes() + " crashes; replay: " + command, e);
    }
  }
}
