package dev.perdure.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the outcomes of one branch come from.
interface Source {

  /// The outcome of the effect that the branch asks at the place.
  Outcome answer(Place place, Effect effect);

  /// The outcome of an effect that the asker answers itself, unless one is recorded.
  Outcome record(Place place, Effect effect, Outcome own);

  /// Whether the effect is what is recorded next.
  boolean holds(int seq, Effect effect);

  /// The source of a branch that is forked at `seq`.
  Source branch(int seq, int index);

  /// Who serves calls that are made from now on.
  Bound bound();

  /// The functions of which a choice of version is recorded, at whatever place.
  Set<FunctionName> chosen();

  /// Whether what the branch does at `seq` is new; else it is recorded, and calls that left no
  /// trace are served as at the task's start.
  boolean open(int seq);

  /// What is recorded at `seq`, if anything is that has to be asked before the branch may end.
  Journal.@Nullable Entry left(int seq);

  /// As [World#wantsCheckpoint], of the root branch.
  default boolean wantsCheckpoint(int next) {
    return false;
  }

  /// As [World#checkpoint].
  default void checkpoint(int next, @Nullable Payload continuation) {}

  /// The branch and all inside it shall stop.
  void cancel(Branch branch, String why);

  /// The attempt is lost: all branches shall end.
  void lost();
}
