package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// What stands behind a journal and answers what it does not hold: the real world when live,
/// nothing in a replay, a script in a simulation. Called on the threads of a task's branches.
public interface World {

  /// Answers an effect that is asked for the first time, and records it. May block.
  ///
  /// @throws Unwinding if there is no answer and the attempt has to end
  Outcome answer(Place place, Effect effect);

  /// Records an effect that the asker answers itself.
  ///
  /// @throws Unwinding if the attempt has to end
  Outcome record(Place place, Effect effect, Outcome own);

  /// Answers an effect that was asked before and whose outcome is not known: it was interrupted.
  ///
  /// @throws Unwinding if there is no answer and the attempt has to end
  Outcome again(Place place, Effect effect);

  /// Who serves calls that are made from now on.
  Bound bound();

  /// Whether it is worth a checkpoint of the code before it asks the effect with this sequence
  /// number, the first that is not in the journal.
  default boolean wantsCheckpoint(int next) {
    return false;
  }

  /// Keeps a checkpoint of the code that asks this effect next.
  ///
  /// @param continuation null if the code could not be written down
  default void checkpoint(int next, @Nullable Payload continuation) {}

  /// The branch and all inside it shall stop.
  void cancel(Branch branch, String why);

  /// One branch has ended without an outcome, so the attempt is lost: every other branch shall end
  /// at the effect it asks next or waits for.
  void lost();

  /// A world without answers: a replay ends where its history ends.
  static World endOfHistory() {
    return EndOfHistory.WORLD;
  }
}
