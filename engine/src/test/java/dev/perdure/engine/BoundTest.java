package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static dev.perdure.engine.Toys.V2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Int;
import org.junit.jupiter.api.Test;

/// When a change of routes binds a task that runs (E22).
class BoundTest {
  private final Toys.Recording world = new Toys.Recording();

  /// Calls `f`, lets the routes change, and calls it again, with an effect somewhere.
  private final Toys toys =
      new Toys()
          .with(V1, "f", (arguments, seam) -> Int.of(1))
          .with(V2, "f", (arguments, seam) -> Int.of(2))
          .with(V1, "nothingBetween", (arguments, seam) -> Int.of(calls(seam, false)))
          .with(V1, "anEffectBetween", (arguments, seam) -> Int.of(calls(seam, true)));

  private long calls(Seam seam, boolean effectBetween) {
    long first = Toys.call(seam, "f", 0);
    world.serving = V2;
    if (effectBetween) {
      Toys.perform(seam, "read", 1);
    }
    long second = Toys.call(seam, "f", 0);
    return 10 * first + second;
  }

  private long liveAndReplayed(String function) {
    var history = toys.live(function, 0, world);
    var live = ((Event.Finished) history.getLast()).outcome();
    var report = toys.replay(history);
    assertThat(report.divergence()).isNull();
    assertThat(report.outcome()).isEqualTo(live);
    return ((Outcome.Returned) live).value().number();
  }

  @Test
  void twoCallsWithNoEffectInBetweenAreServedAlikeLiveAndInAReplay() {
    assertThat(liveAndReplayed("nothingBetween")).isEqualTo(11);
  }

  @Test
  void aChangeBindsATaskThatRunsFromItsNextEffectOn() {
    assertThat(liveAndReplayed("anEffectBetween")).isEqualTo(12);
  }
}
