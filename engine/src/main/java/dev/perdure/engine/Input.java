package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that can happen to the engine.
public sealed interface Input {

  /// A node has taken the log over: first input of its life.
  ///
  /// @param owner the name of this ownership
  record Open(OwnerId owner) implements Input {}

  /// The log shall go on in the place of a copy of it.
  ///
  /// @param owner of the copy
  record Accept(Request request, OwnerId owner, Change change) implements Input {}

  /// The log shall go on beside the one that it is a copy of.
  ///
  /// @param fork the name of the copy
  record Fork(Request request, OwnerId fork, Change change) implements Input {}

  /// Somebody outside wants a task.
  ///
  /// @param id for the task, if it is new
  /// @param until what the reply waits for
  record Start(
      Request request,
      Until until,
      TaskId id,
      FunctionName function,
      Payload arguments,
      StartOptions options)
      implements Input {}

  /// What the reply to a [Start] waits for.
  enum Until {
    /// The start is durable.
    STARTED,
    /// The task has ended, durably.
    ENDED
  }

  /// Somebody outside wants to know how a task ends.
  record Watch(Request request, TaskId task) implements Input {}

  /// Whoever asked a [Watch] of the task, or a [Start] until its end, waits no longer.
  ///
  /// @param request the one they asked with; they may have been answered already
  record Unwatch(Request request, TaskId task) implements Input {}

  /// Somebody outside wants to look at the state. The reply comes when all that is in it is
  /// durable.
  record Look(Request request) implements Input {}

  /// A task's attempt reports a fact of its history. The order of one branch's facts is its order.
  ///
  /// @param child what a task that it starts belongs to; null: to what its parent does
  record FromTask(Event.OfTask event, @Nullable TraceContext child) implements Input {
    /// One that starts no task.
    public FromTask(Event.OfTask event) {
      this(event, null);
    }
  }

  /// The code of a task's attempt has written down what it is about to do.
  ///
  /// @param next the sequence number of the effect that it asks next
  record Checkpoint(TaskId task, int next, Payload continuation) implements Input {}

  /// A task's attempt is about to perform an effect whose try was cut short, or that waited for its
  /// next try, when the attempt before it ended.
  record TryAgain(TaskId task, Place place) implements Input {}

  /// The implementation of an effect that a task performs has given a sign of life.
  record Beat(TaskId task, Place place) implements Input {}

  /// A task's attempt is over; nothing more comes from it.
  ///
  /// @param crash why it ended without reason of its own; empty if it was unwound or has reported
  ///   how the task ended
  record AttemptEnded(TaskId task, String crash) implements Input {}

  /// A task's attempt is over because all its branches had waited for the engine for some time;
  /// nothing more comes from it.
  ///
  /// @param places at which the branches waited
  record AttemptSuspended(TaskId task, Set<Place> places) implements Input {}

  /// Calls were not compared with what a candidate does.
  record ShadowsDropped(ShadowCount.Key compared, long calls) implements Input {}

  /// Somebody outside sends a task a message.
  ///
  /// @param key the same message sent again under it changes nothing; empty: it has none
  record Send(
      Request request,
      TaskId task,
      Message kind,
      String name,
      Payload value,
      String key,
      Change change)
      implements Input {}

  /// Somebody wants a task to stop.
  record Cancel(Request request, TaskId task, Change change) implements Input {}

  /// Somebody wants a task to stand still.
  record Pause(Request request, TaskId task, Change change) implements Input {}

  /// Somebody wants a task to go on.
  record Resume(Request request, TaskId task, Change change) implements Input {}

  /// Somebody sets the version of a function for one task.
  record SwitchTask(
      Request request, TaskId task, FunctionName function, Version version, Change change)
      implements Input {}

  /// A live task shall go on with other versions, if its history allows that.
  ///
  /// @param to the version that shall serve all its functions; null: as the routes say now
  record Migrate(Request request, TaskId task, @Nullable Version to, Change change)
      implements Input {}

  /// A task's history was rehearsed with other versions.
  ///
  /// @param problem why the task cannot go on with them; null if it can
  record Rehearsed(TaskId task, Binding binding, @Nullable Problem problem) implements Input {}

  /// A universe, already checked and stored, shall be let in.
  ///
  /// @param declarations what its code says about how its functions are run
  record Deploy(
      Request request,
      Version version,
      UniverseInfo universe,
      Declarations declarations,
      Change change)
      implements Input {
    /// Of a universe that declares nothing.
    public Deploy(Request request, Version version, UniverseInfo universe, Change change) {
      this(request, version, universe, Declarations.NONE, change);
    }
  }

  /// A universe that serves nothing shall go.
  record Remove(Request request, Version version, Change change) implements Input {}

  /// Policies shall change, all at once.
  record Route(Request request, Map<FunctionName, Policy> changes, boolean running, Change change)
      implements Input {}

  /// The routes shall be as they were at a former revision.
  record Rollback(Request request, Revision to, Change change) implements Input {}

  /// A schedule shall be as it is said here.
  ///
  /// @param seed makes the ids of the tasks that it starts unique across engines
  record SetSchedule(Request request, Schedule schedule, TaskId seed, Change change)
      implements Input {}

  /// A schedule shall start nothing until it is resumed, or go on.
  record PauseSchedule(Request request, ScheduleName schedule, boolean paused, Change change)
      implements Input {}

  /// A schedule shall be no more.
  record RemoveSchedule(Request request, ScheduleName schedule, Change change) implements Input {}

  /// So many tasks of a function may run, or begin in a time.
  record SetLimit(Request request, QueueLimit limit, Change change) implements Input {}

  /// Tasks that ended long ago need not be kept any more. Of many, some thousands are forgotten at
  /// once.
  ///
  /// @param endedByMillis then or before, in milliseconds since 1970
  record Forget(Request request, long endedByMillis, Change change) implements Input {}

  /// A task of another engine shall be taken in, to be looked at and replayed.
  ///
  /// @param history all its events in that engine's order, from its start on
  record Import(
      Request request, TaskId task, Origin origin, List<Event.OfTask> history, Change change)
      implements Input {
    public Import {
      history = List.copyOf(history);
    }
  }

  /// Time has passed: the timer that is due longest fires, if one is due.
  record Tick() implements Input {}
}
