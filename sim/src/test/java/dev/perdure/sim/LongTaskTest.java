package dev.perdure.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One task that reads the clock very often, with crashes anywhere: what it read is there again in
/// every life, and the state is the fold of the log. `-Dperdure.sim.reads=1000000` for the whole
/// distance.
class LongTaskTest {
  private static final int READS = Integer.getInteger("perdure.sim.reads", 100_000);

  @Test
  void aTaskThatReadsTheClockVeryOftenSurvivesCrashesAnywhere() {
    var program = List.<Op>of(new Op.Repeat(READS, List.of(new Op.Clock())));
    var simulation =
        new Simulation(1, Trace.none(), Scenario.one(program, 12, 40L * READS, READS / 1_000));
    simulation.run();
    assertThat(simulation.ledger().end()).isGreaterThan(READS);
  }

  @Test
  void aTaskThatLeavesCheckpointsGoesOnFromThemInEachLife() {
    int reads = READS / 10;
    var program = Collections.nCopies(reads, (Op) new Op.Clock());
    var simulation =
        new Simulation(2, Trace.none(), Scenario.one(program, 12, 40L * reads, reads / 1_000));
    var coverage = simulation.run();
    assertThat(simulation.ledger().end()).isGreaterThan(reads);
    assertThat(coverage.total("checkpoints gone on from")).isPositive();
  }
}
