package dev.perdure.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Structured concurrency inside a task (E14): a fork returns when every branch has ended, and what
/// it returns depends on the order of the branches, never on who was first; who was first in a race
/// is recorded.
public final class Forks {
  private final Seam parent;
  private final List<Seam> seams;
  private final List<Function<Seam, Outcome>> bodies;
  private final Predicate<Outcome> wins;
  private final @Nullable Outcome[] outcomes;
  private @Nullable Throwable broken;
  private int first = -1;
  private int firstStopped = -1;

  /// @param wins whether a branch that ended so may come in first
  private Forks(Seam parent, List<Function<Seam, Outcome>> bodies, Predicate<Outcome> wins) {
    this.parent = parent;
    this.bodies = bodies;
    this.wins = wins;
    this.seams = parent.fork(bodies.size());
    this.outcomes = new Outcome[bodies.size()];
  }

  /// Runs all bodies, each in a branch of its own. One that throws cancels the others.
  ///
  /// @return the outcomes in the order of the bodies
  /// @throws Unwinding if the attempt has to end
  public static List<Outcome> all(Seam seam, List<Function<Seam, Outcome>> bodies) {
    var forks = new Forks(seam, bodies, _ -> false);
    forks.run(forks::cancelOthersIfFailed);
    return forks.outcomes();
  }

  /// Runs all bodies; the first to end cancels the others.
  ///
  /// @return the index of the branch that came in first
  /// @throws Unwinding if the attempt has to end
  public static int race(Seam seam, List<Function<Seam, Outcome>> bodies) {
    return winner(seam, bodies, _ -> true);
  }

  /// Runs all bodies; the first to end with a result cancels the others.
  ///
  /// @return the index of that branch; -1 if none has a result
  /// @throws Unwinding if the attempt has to end
  public static int any(Seam seam, List<Function<Seam, Outcome>> bodies) {
    return winner(seam, bodies, Outcome.Returned.class::isInstance);
  }

  private static int winner(
      Seam seam, List<Function<Seam, Outcome>> bodies, Predicate<Outcome> wins) {
    var forks = new Forks(seam, bodies, wins);
    forks.run(forks::cancelOthers);
    int recorded = seam.recordedWinner();
    int first = forks.first >= 0 ? forks.first : forks.firstStopped;
    return recorded >= 0 || first < 0 ? recorded : seam.winner(first);
  }

  private void run(IntConsumer whenEnded) {
    var runs = new ArrayList<Runnable>(seams.size());
    for (int i = 0; i < seams.size(); i++) {
      int index = i;
      runs.add(() -> runBranch(index, whenEnded));
    }
    parent.run().spawner().runAll(runs);
    switch (broken) {
      case null -> {}
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case Throwable t -> throw new AssertionError("bodies declare no checked exception", t);
    }
  }

  private void runBranch(int index, IntConsumer whenEnded) {
    try {
      var outcome = bodies.get(index).apply(seams.get(index));
      seams.get(index).end();
      ended(index, outcome);
      whenEnded.accept(index);
    } catch (Throwable t) {
      broke(t);
      parent.lost();
    }
  }

  /// A branch that ended because it was told to stop has not won: after a crash, one that lost
  /// before it may end first. If all were told, the whole race was.
  private synchronized void ended(int index, Outcome outcome) {
    outcomes[index] = outcome;
    if (!wins.test(outcome)) {
      return;
    }
    boolean stopped = seams.get(index).told() && !parent.told();
    if (stopped && firstStopped < 0) {
      firstStopped = index;
    } else if (!stopped && first < 0) {
      first = index;
    }
  }

  /// An attempt that ends in one branch ends in all. A crash counts most, and so does a value that
  /// cannot be read; a divergence counts more than another unwinding, such as that of a branch
  /// whose history just ends.
  private synchronized void broke(Throwable t) {
    if (broken == null || weight(t) > weight(broken)) {
      broken = t;
    }
  }

  private static int weight(Throwable t) {
    return switch (t) {
      case Unwinding u when u.reason() == Unwinding.Reason.UNREADABLE -> 2;
      case Unwinding u when u.reason() == Unwinding.Reason.DIVERGED -> 1;
      case Unwinding _ -> 0;
      case Throwable _ -> 2;
    };
  }

  private void cancelOthersIfFailed(int index) {
    if (outcome(index) instanceof Outcome.Threw) {
      cancelAllBut(index, "branch " + index + " failed");
    }
  }

  private void cancelOthers(int index) {
    if (isFirst(index)) {
      cancelAllBut(index, "branch " + index + " was first");
    }
  }

  private synchronized Outcome outcome(int index) {
    return Objects.requireNonNull(outcomes[index]);
  }

  private synchronized boolean isFirst(int index) {
    return first == index;
  }

  private void cancelAllBut(int index, String why) {
    for (int i = 0; i < seams.size(); i++) {
      if (i != index) {
        parent.cancel(seams.get(i), why);
      }
    }
  }

  private synchronized List<Outcome> outcomes() {
    var list = new ArrayList<Outcome>(outcomes.length);
    for (var outcome : outcomes) {
      list.add(Objects.requireNonNull(outcome));
    }
    return list;
  }
}
