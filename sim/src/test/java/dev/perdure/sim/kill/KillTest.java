package dev.perdure.sim.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real node, killed by the operating system. `-Dperdure.kill.rounds=1000` kills it more often,
/// `-Dperdure.kill.seed=N` at other moments.
class KillTest {
  private static final int ROUNDS = Integer.getInteger("perdure.kill.rounds", 100);
  private static final long SEED = Long.getLong("perdure.kill.seed", 1);
  private static final int IN_FLIGHT = 100;

  @Test
  void whatClientsWereToldOutlivesEveryKillAndEveryTaskEndsOnce(@TempDir Path dir)
      throws Exception {
    var report = new KillRounds(SEED, dir.resolve("data"), new Launcher(dir)).run(ROUNDS);
    System.out.println(report.text());
    assertThat(report.rounds()).hasSize(ROUNDS);
    assertThat(report.roundsOver(IN_FLIGHT)).isGreaterThanOrEqualTo(ROUNDS * 8L / 10);
    assertThat(report.repeated()).as("effects that were open at a kill").isPositive();
  }
}
