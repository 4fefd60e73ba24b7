package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.Int;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Branches on threads of their own, in a world where a sleep ends only with its attempt.
@Timeout(20)
class ForksTest {
  private static final Outcome NIL = new Outcome.Returned(Payload.NIL);
  private static final Place FIRST_OF_BRANCH_0 = new Place(Branch.ROOT.child(0, 0), 0);

  /// What a branch waits in until the attempt is lost.
  private static final class Endless implements World {
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private final CompletableFuture<Void> asleep = new CompletableFuture<>();

    @Override
    public Outcome answer(Place place, Effect effect) {
      asleep.complete(null);
      lost.join();
      throw Unwinding.because(Unwinding.Reason.HALTED);
    }

    @Override
    public Outcome record(Place place, Effect effect, Outcome own) {
      return own;
    }

    @Override
    public Outcome again(Place place, Effect effect) {
      return answer(place, effect);
    }

    @Override
    public Bound bound() {
      return Bound.TO_START;
    }

    @Override
    public void cancel(Branch branch, String why) {}

    @Override
    public void lost() {
      lost.complete(null);
    }
  }

  private final Endless world = new Endless();

  private static Outcome sleep(Seam seam) {
    return seam.ask(new Effect.Sleep(java.time.Duration.ofDays(1)));
  }

  private Outcome whenTheOtherSleeps(Function<Seam, Outcome> then, Seam seam) {
    world.asleep.join();
    return then.apply(seam);
  }

  private Outcome run(Journal journal, Function<Seam, Object> forks) {
    var toys =
        new Toys()
            .with(
                Toys.V1,
                "f",
                (arguments, seam) -> {
                  forks.apply(seam);
                  return Int.of(0);
                });
    return new TaskRun(
            Toys.start("f", 0),
            toys.routes(),
            journal,
            world,
            toys,
            TaskRun.Observer.NONE,
            ForksTest::onThreads,
            Map.of(),
            Extras.none())
        .runToEnd();
  }

  private static void onThreads(List<Runnable> bodies) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      bodies.forEach(threads::execute);
    }
  }

  private static Outcome failure(Seam seam) {
    return new Outcome.Threw(Failure.of("x", seam.branch().toString()));
  }

  @Test
  void anyIsNotWonByABranchThatFails() {
    run(
        new Journal(),
        seam -> {
          var bodies = List.<Function<Seam, Outcome>>of(ForksTest::failure, _ -> NIL);
          assertThat(Forks.any(seam, bodies)).isEqualTo(1);
          assertThat(seam.place().seq()).as("the fork and the winner").isEqualTo(2);
          return 0;
        });
  }

  @Test
  void anyHasNoWinnerIfAllBranchesFailOrThereAreNone() {
    run(
        new Journal(),
        seam -> {
          assertThat(Forks.any(seam, List.of(ForksTest::failure, ForksTest::failure)))
              .isEqualTo(-1);
          assertThat(Forks.any(seam, List.of())).isEqualTo(-1);
          assertThat(seam.place().seq()).as("two forks and no winner").isEqualTo(2);
          return 0;
        });
  }

  @Test
  void aCrashInOneBranchEndsTheOthersAndIsWhatEndsTheAttempt() {
    assertThatThrownBy(() ->
            run(
                new Journal(),
                seam ->
                    Forks.all(
                        seam,
                        List.of(
                            branch ->
                                whenTheOtherSleeps(
                                    _ -> {
                                      throw new StackOverflowError("planted");
                                    },
                                    branch),
                            ForksTest::sleep))))
        .isInstanceOf(StackOverflowError.class)
        .hasMessage("planted");
  }

  @Test
  void aCrashInsideAForkEndsTheBranchesAroundItToo() {
    assertThatThrownBy(() ->
            run(
                new Journal(),
                seam ->
                    Forks.race(
                        seam,
                        List.of(
                            branch -> {
                              Forks.all(
                                  branch,
                                  List.of(inner ->
                                      whenTheOtherSleeps(
                                          _ -> {
                                            throw new OutOfMemoryError("planted");
                                          },
                                          inner)));
                              return NIL;
                            },
                            ForksTest::sleep))))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aDivergenceInOneBranchEndsTheOthersAndIsWhatEndsTheAttempt() {
    var recorded = new Event.Recorded(Toys.TASK, FIRST_OF_BRANCH_0, new Effect.ReadClock(), NIL);
    var fork = new Event.Recorded(Toys.TASK, new Place(Branch.ROOT, 0), new Effect.Fork(2), NIL);
    assertThatThrownBy(() ->
            run(
                Journal.of(List.of(fork, recorded)),
                seam ->
                    Forks.all(
                        seam,
                        List.of(
                            branch ->
                                whenTheOtherSleeps(b -> b.ask(new Effect.RandomBits()), branch),
                            ForksTest::sleep))))
        .isInstanceOfSatisfying(
            Unwinding.class, u -> assertThat(u.divergence().place()).isEqualTo(FIRST_OF_BRANCH_0));
  }
}
