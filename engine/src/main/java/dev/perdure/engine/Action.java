package dev.perdure.engine;

import dev.perdure.value.Problem;
import org.jspecify.annotations.Nullable;

/// What the shell shall do. Actions with a barrier wait until the log is durable up to and
/// including that offset; the others are done at once, in order.
public sealed interface Action {
  /// The barrier of what depends on nothing.
  long NO_BARRIER = -1;

  /// The barrier of what depends on all that is in the log when it is done.
  long EVERYTHING = Long.MAX_VALUE;

  /// The offset that has to be durable first.
  default long barrier() {
    return NO_BARRIER;
  }

  /// Begins an attempt of the task: replay what its history holds, then go on. It may perform again
  /// what was asked there, so all of a history has to be durable before.
  ///
  /// @param fresh the task's start, if it has no further history yet; null: read the history
  record Run(TaskId task, Event.@Nullable Started fresh) implements Action {
    @Override
    public long barrier() {
      return fresh == null ? EVERYTHING : NO_BARRIER;
    }
  }

  /// Runs the task's history once more, with no side effect, bound as it shall be, and reports
  /// whether it asks what is recorded. Nothing of the task runs meanwhile.
  record Rehearse(TaskId task, Binding binding) implements Action {}

  /// Lets the task perform the effect it asked at the place.
  record Proceed(TaskId task, Place place, long barrier) implements Action {}

  /// Gives up the try of the effect that the task performs at the place.
  record TimeOut(TaskId task, Place place, String why) implements Action {}

  /// Hands the task the outcome of the effect it asked at the place.
  record Deliver(TaskId task, Place place, Outcome outcome) implements Action {}

  /// Finds out how a task ended that ended some time ago, and reports it as the outcome of the
  /// place.
  ///
  /// @param endOffset where the end of the awaited task is in the log
  record Recall(TaskId task, Place place, long endOffset) implements Action {}

  /// Tells the task that the branch and all inside it are cancelled.
  record Interrupt(TaskId task, Branch branch, String why) implements Action {}

  /// Ends the task's attempt at the next effect it asks or waits for.
  record Unwind(TaskId task, long barrier) implements Action {
    /// At once: an attempt that is to be begun yet will see why it must not.
    Unwind(TaskId task) {
      this(task, NO_BARRIER);
    }
  }

  /// Answers somebody outside.
  record Reply(Request request, Answer answer, long barrier) implements Action {}

  /// The routes, the deployed universes, or the versions that some task is forced to, have changed.
  record Rerouted() implements Action {}

  /// The task's own versions of functions have changed.
  record Overridden(TaskId task) implements Action {}

  /// What somebody outside is told.
  sealed interface Answer {
    /// It is done.
    record Done() implements Answer {}

    /// The task has started (or had, under the same idempotency key).
    record Started(TaskId task) implements Answer {}

    /// The task has ended.
    ///
    /// @param offset of its last event
    /// @param outcome null if it ended some time ago: read it from the log
    record Ended(TaskId task, long offset, @Nullable Outcome outcome) implements Answer {}

    /// It cannot be; nothing has changed.
    record Refused(Problem problem) implements Answer {}
  }
}
