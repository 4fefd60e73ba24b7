package dev.perdure.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A fact that happened. The engine's whole state is the fold of these ([EngineState#apply]); what
/// is recomputed from them is not recorded. Times are milliseconds since 1970 by the engine's
/// clock.
public sealed interface Event {

  /// A node took the log over. Epochs count from 1.
  ///
  /// @param owner the name of this ownership
  record Opened(long epoch, OwnerId owner, long atMillis) implements Event {}

  /// A person said that this log goes on in the place of a copy of it that had another owner.
  ///
  /// @param owner of the copy
  record Accepted(OwnerId owner, Change change, long atMillis) implements Event {}

  /// A person said that this log is a copy that goes on beside the one it was made from.
  ///
  /// @param fork the name of the copy
  record Forked(OwnerId fork, Change change, long atMillis) implements Event {}

  /// A universe was let in under a version. Functions new to the routes get it as their primary.
  record Deployed(Version version, UniverseInfo universe, Change change, long atMillis)
      implements Event {}

  /// A universe that served nothing any more was let go.
  record Removed(Version version, Change change, long atMillis) implements Event {}

  /// Policies of some functions changed, all at once.
  ///
  /// @param running whether tasks that run already are bound too
  record Routed(Map<FunctionName, Policy> changes, boolean running, Change change, long atMillis)
      implements Event {
    public Routed {
      changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    }
  }

  /// Calls were not compared, for lack of room or time: counted here now and then.
  ///
  /// @param calls how many, beside those that earlier events count
  record ShadowsDropped(ShadowCount.Key compared, long calls, long atMillis) implements Event {}

  /// A universe's code declares how its functions are run. Comes with each [Deployed] of such a
  /// universe; it takes effect where the version is a function's primary.
  record Declared(Version version, Declarations declarations, long atMillis) implements Event {}

  /// How many tasks of a function may run, or begin in a time, was set.
  record Limited(QueueLimit limit, Change change, long atMillis) implements Event {}

  /// Tasks that had ended are no longer kept, with their histories: those that ended below an
  /// offset, and whose parents did. From now on compaction may drop their events.
  ///
  /// @param below the offset, at most that of this event
  /// @param remains what is left of them
  record Forgotten(long below, Remains remains, Change change, long atMillis) implements Event {}

  /// A fact of one schedule.
  sealed interface OfSchedule extends Event {
    /// The schedule it belongs to.
    ScheduleName schedule();
  }

  /// A schedule was made or changed.
  ///
  /// @param wanted what it does from now on
  record Scheduled(Schedule wanted, Standing standing, Change change, long atMillis)
      implements OfSchedule {
    @Override
    public ScheduleName schedule() {
      return wanted.name();
    }
  }

  /// What a schedule is beside what it does.
  ///
  /// @param paused whether it starts nothing until it is resumed
  /// @param declared whether code declares it
  /// @param seed makes the ids of its tasks unique across engines
  record Standing(boolean paused, boolean declared, TaskId seed) {}

  /// A schedule is no more.
  record Unscheduled(ScheduleName schedule, Change change, long atMillis) implements OfSchedule {}

  /// A schedule started a task, whose start follows. At most once an instant.
  ///
  /// @param dueMillis the instant
  record Fired(ScheduleName schedule, long dueMillis, TaskId task, long atMillis)
      implements OfSchedule {}

  /// A schedule started nothing at its instants of some time.
  ///
  /// @param fromMillis the first of them
  /// @param untilMillis the last of them
  record Skipped(
      ScheduleName schedule, long fromMillis, long untilMillis, String why, long atMillis)
      implements OfSchedule {
    public Skipped {
      why = Bounds.bounded(why, Limits.REASON_CHARS_MAX);
    }
  }

  /// A fact of one task's history.
  sealed interface OfTask extends Event {
    /// The task it belongs to.
    TaskId task();
  }

  /// A task of another engine was taken in, to be looked at and replayed. The events of its history
  /// follow, as they are in that engine's log.
  record Imported(TaskId task, Origin origin, Change change, long atMillis) implements OfTask {}

  /// A task came to be.
  ///
  /// @param version of `function` that was chosen
  /// @param routes the revision that binds the task's calls
  /// @param parent who started it; null if from outside
  record Started(
      TaskId task,
      FunctionName function,
      Version version,
      Revision routes,
      Payload arguments,
      StartOptions options,
      @Nullable TaskId parent,
      long atMillis)
      implements OfTask {
    /// The start of a history, which has one: as the last start that counts says, and bound as the
    /// task was last.
    public static Started of(List<OfTask> history) {
      Started start = null;
      for (var event : history) {
        if (event instanceof Started started) {
          start = started;
        } else if (start != null) {
          start = start.after(event);
        }
      }
      if (start == null) {
        throw new IllegalArgumentException("a history without its start");
      }
      return start;
    }

    /// The start as a later event of the same task leaves it.
    public Started after(OfTask event) {
      return switch (event) {
        case Migrated e -> bound(e.binding());
        case Debounced e -> replaced(e);
        case OfTask _ -> this;
      };
    }

    /// The task keeps its id, when it came to be and the trace it belongs to.
    private Started replaced(Debounced by) {
      return new Started(
          task,
          function,
          by.version(),
          by.routes(),
          by.arguments(),
          by.options().withTraceparent(options.traceparent()),
          parent,
          atMillis);
    }

    /// The same start, bound otherwise.
    public Started bound(Binding by) {
      return new Started(
          task,
          function,
          by.version(),
          by.routes(),
          arguments,
          options.withOverrides(by.overrides()),
          parent,
          atMillis);
    }
  }

  /// The task goes on as if it had been started so: its whole history was rehearsed with these
  /// versions, and they asked what is recorded.
  record Migrated(TaskId task, Binding binding, Change change, long atMillis) implements OfTask {}

  /// The task waits for its turn to begin. Follows its start.
  record Queued(TaskId task, Queueing queueing, long atMillis) implements OfTask {}

  /// Another start came under the debounce key of a task that still waits, and takes the place of
  /// the one before: it says all that the task is, but for its id.
  ///
  /// @param version of the function that was chosen now
  /// @param routes the revision that binds the task's calls from now on
  /// @param options without a trace, for the task belongs to the one of its first start
  /// @param queueing with the time at which it may begin now
  record Debounced(
      TaskId task,
      Version version,
      Revision routes,
      Payload arguments,
      StartOptions options,
      Queueing queueing,
      long atMillis)
      implements OfTask {}

  /// The task's turn has come.
  record Begun(TaskId task, long atMillis) implements OfTask {}

  /// A local effect and its outcome.
  record Recorded(TaskId task, Place place, Effect effect, Outcome outcome) implements OfTask {}

  /// The task waits for an effect.
  record Asked(TaskId task, Place place, Effect effect, long atMillis) implements OfTask {}

  /// A try of the effect asked at the place failed, and there will be another one.
  ///
  /// @param retryAtMillis when it is tried again
  record TryFailed(TaskId task, Place place, Failure failure, long retryAtMillis, long atMillis)
      implements OfTask {}

  /// The effect asked at the place has ended. At most once a place.
  record Answered(TaskId task, Place place, Outcome outcome) implements OfTask {}

  /// Somebody outside sent the task a message.
  ///
  /// @param key the same message sent again under it changes nothing; empty: it has none
  record Sent(
      TaskId task,
      Message kind,
      String name,
      Payload value,
      String key,
      Change change,
      long atMillis)
      implements OfTask {}

  /// A branch and all inside it shall stop: a sibling failed or was first.
  record BranchCancelled(TaskId task, Branch branch, String why) implements OfTask {
    public BranchCancelled {
      why = Bounds.bounded(why, Limits.REASON_CHARS_MAX);
    }
  }

  /// The task shall stop: by a person, its parent or its deadline.
  record CancelRequested(TaskId task, Change change, long atMillis) implements OfTask {}

  /// The task stands still until it is resumed.
  record Paused(TaskId task, Change change, long atMillis) implements OfTask {}

  /// The task goes on: after a pause, a divergence or crashes.
  record Resumed(TaskId task, Change change, long atMillis) implements OfTask {}

  /// An attempt ended without an outcome, such as by running out of stack.
  ///
  /// @param retryAtMillis when the next attempt begins; 0: never, a person has to resume it
  record Crashed(TaskId task, String why, long retryAtMillis, long atMillis) implements OfTask {
    public Crashed {
      why = Bounds.bounded(why, Limits.TEXT_CHARS_MAX);
    }
  }

  /// The code asked something else than the history holds.
  record Diverged(TaskId task, Divergence divergence, long atMillis) implements OfTask {}

  /// Every branch of the task waits for the engine, and its attempt has ended to free what it took.
  /// The next one begins when one of them is answered.
  record Suspended(TaskId task) implements OfTask {}

  /// The code has written down what it is about to do, so that an attempt can go on there instead
  /// of from the beginning of the history, which says the same.
  ///
  /// @param next the sequence number of the effect that the root branch, the only one, asks next
  /// @param continuation in a form of the universe that runs the task's function
  /// @param summary what the history before comes to
  record Checkpointed(
      TaskId task, int next, Payload continuation, TaskSummary summary, long atMillis)
      implements OfTask {}

  /// A version of a function was set for this task alone.
  record Overridden(
      TaskId task, FunctionName function, Version version, Change change, long atMillis)
      implements OfTask {}

  /// A candidate was run beside one call of the task and compared.
  record Shadowed(TaskId task, ShadowReport report, long atMillis) implements OfTask {}

  /// The task has ended. The last event of its journal.
  record Finished(TaskId task, Outcome outcome, long atMillis) implements OfTask {}
}
