package dev.perdure.engine;

import static dev.perdure.engine.Toys.V1;
import static dev.perdure.engine.Toys.V2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Int;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Code that ends before it has asked all that is recorded.
class LeftOutTest {
  private final Toys toys =
      new Toys()
          .with(V1, "reads", (arguments, seam) -> Int.of(read(seam, 2)))
          .with(V2, "reads", (arguments, seam) -> Int.of(read(seam, 1)))
          .with(V1, "forks", (arguments, seam) -> Int.of(forked(seam, 2)))
          .with(V2, "forks", (arguments, seam) -> Int.of(forked(seam, 1)));

  private static long read(Seam seam, int times) {
    long last = 0;
    for (int i = 0; i < times; i++) {
      last = Toys.perform(seam, "read", i);
    }
    return last;
  }

  private static long forked(Seam seam, int times) {
    Forks.all(seam, List.of(branch -> new Outcome.Returned(Payload.of(read(branch, times)))));
    return Toys.perform(seam, "read", 7);
  }

  /// A replay of what version 1 did by the code of version 2, as if the task had begun with that.
  private Replay.Report replayedByV2(String function, boolean ended) {
    var history = toys.live(function, 0);
    var start =
        ((Event.Started) history.getFirst())
            .bound(new Binding(V2, new Revision(1), Map.of(new FunctionName(function), V2)));
    var outcome = ended ? ((Event.Finished) history.getLast()).outcome() : null;
    return new Replay(start, toys.routes(), Journal.of(history), outcome)
        .run(toys, Map.of(), Extras.none());
  }

  @Test
  void codeThatLeavesItsLastEffectOutDiverges() {
    var report = replayedByV2("reads", false);
    assertThat(report.asRecorded()).isFalse();
    assertThat(report.divergence())
        .isEqualTo(
            new Divergence(
                Divergence.Kind.MISSING, new Place(Branch.ROOT, 1), "world/read [1]", "", "", ""));
  }

  @Test
  void soDoesABranch() {
    var report = replayedByV2("forks", false);
    assertThat(report.divergence())
        .satisfies(d -> {
          assertThat(d.kind()).isEqualTo(Divergence.Kind.MISSING);
          assertThat(d.place()).isEqualTo(new Place(Branch.ROOT.child(0, 0), 1));
        });
  }

  @Test
  void itIsSaidBeforeThatTheResultIsAnother() {
    assertThat(replayedByV2("reads", true).divergence())
        .satisfies(d -> assertThat(d.kind()).isEqualTo(Divergence.Kind.MISSING));
  }
}
