package dev.perdure.node;

import dev.perdure.engine.Bound;
import dev.perdure.engine.CheckpointPolicy;
import dev.perdure.engine.Event;
import dev.perdure.engine.Journal;
import dev.perdure.engine.Resumption;
import dev.perdure.engine.TaskRun;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.Universes;
import dev.perdure.value.PerdureException;
import org.jspecify.annotations.Nullable;

/// Begins attempts with what their tasks have done: since the last checkpoint, if the code can go
/// on from that, or else all of it.
///
/// @param start of the task
/// @param now who serves calls that are made now
/// @param making makes attempts
record Recollection(
    Histories histories, Universes universes, Event.Started start, Bound now, Making making) {
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

  /// Makes an attempt.
  interface Making {
    /// @param resumption where it goes on; null: it begins with the task
    TaskRun of(Journal journal, @Nullable Resumption resumption);
  }

  /// The attempt that comes behind a history.
  ///
  /// @param attempt is told from where it goes on
  /// @param policy is told, too
  TaskRun run(Past past, LiveTask attempt, CheckpointPolicy policy) {
    if (past.newest() < 0) {
      return making.of(new Journal(), null);
    }
    var resumed = past.checkpoint() < 0 || isCompared() ? null : resumed(past, attempt, policy);
    return resumed != null ? resumed : making.of(histories.fold(past.newest()).journal(), null);
  }

  /// A call that is compared is replayed whole, for all that it does is compared.
  private boolean isCompared() {
    var choice = now.choose(start.function());
    return choice != null && choice.shadow() != null;
  }

  /// A checkpoint says nothing that the history does not, so one that cannot be read is no loss.
  private @Nullable TaskRun resumed(Past past, LiveTask attempt, CheckpointPolicy policy) {
    var history = histories.fold(past.checkpoint(), past.newest());
    var checkpoint = history.checkpoint();
    if (checkpoint == null) {
      return null;
    }
    try {
      var run = making.of(history.journal(), resumption(checkpoint));
      if (!run.resumes()) {
        return null;
      }
      policy.left(checkpoint.next(), checkpoint.continuation().size());
      attempt.checkpointed(checkpoint.next());
      return run;
    } catch (PerdureException unreadable) {
      return null;
    }
  }

  private Resumption resumption(Event.Checkpointed checkpoint) {
    return new Resumption(
        checkpoint.next(),
        seam ->
            universes
                .at(start.version())
                .continuation(start.function(), checkpoint.continuation(), seam));
  }
}
