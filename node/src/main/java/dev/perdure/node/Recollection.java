package dev.perdure.node;

import dev.perdure.engine.Bound;
import dev.perdure.engine.CheckpointPolicy;
import dev.perdure.engine.Continuation;
import dev.perdure.engine.Event;
import dev.perdure.engine.History;
import dev.perdure.engine.Journal;
import dev.perdure.engine.Resumption;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.Universes;
import dev.perdure.value.PerdureException;
import org.jspecify.annotations.Nullable;

/// What an attempt begins with: what its task has done since its last checkpoint, if its code can
/// go on from that, or else all that it has done.
///
/// @param resumption where the code goes on; null: at the beginning
record Recollection(Journal journal, @Nullable Resumption resumption) {
  /// Where the history of a task is.
  ///
  /// @param checkpoint the offset of its last checkpoint; −1 if there is none
  /// @param newest the offset of its newest event; −1 if the task has done nothing yet
  record Past(long checkpoint, long newest) {
    static final Past NONE = new Past(-1, -1);

    static Past of(TaskState task) {
      return new Past(task.hasCheckpoint() ? task.readFrom() : -1, task.lastOffset());
    }
  }

  /// Reads what is needed of a history.
  ///
  /// @param now who serves calls that are made now: a call that is compared is replayed whole, for
  ///   all that it does is compared
  /// @param policy is told of the checkpoint that the attempt goes on from
  static Recollection of(
      Histories histories,
      Past past,
      Event.Started start,
      Universes universes,
      Bound now,
      CheckpointPolicy policy) {
    if (past.newest() < 0) {
      return new Recollection(new Journal(), null);
    }
    if (past.checkpoint() >= 0 && !isCompared(start, now)) {
      var history = histories.fold(past.checkpoint(), past.newest());
      var resumption = resumption(history, start, universes, policy);
      if (resumption != null) {
        return new Recollection(history.journal(), resumption);
      }
    }
    return new Recollection(histories.fold(past.newest()).journal(), null);
  }

  private static boolean isCompared(Event.Started start, Bound now) {
    var choice = now.choose(start.function());
    return choice != null && choice.shadow() != null;
  }

  private static @Nullable Resumption resumption(
      History history, Event.Started start, Universes universes, CheckpointPolicy policy) {
    var checkpoint = history.checkpoint();
    var continuation = checkpoint == null ? null : continuation(checkpoint, start, universes);
    if (checkpoint == null || continuation == null) {
      return null;
    }
    policy.left(checkpoint.next(), checkpoint.continuation().size());
    return new Resumption(checkpoint.next(), continuation);
  }

  /// A checkpoint says nothing that the history does not, so one that cannot be read is no loss.
  private static @Nullable Continuation continuation(
      Event.Checkpointed checkpoint, Event.Started start, Universes universes) {
    try {
      return universes
          .at(start.version())
          .continuation(start.function(), checkpoint.continuation());
    } catch (PerdureException unreadable) {
      return null;
    }
  }

  /// The sequence number of the effect that the root branch asks first.
  int next() {
    return resumption == null ? 0 : resumption.next();
  }
}
