package dev.perdure.engine;

import dev.perdure.value.Code;

/// The kinds of problem that the engine tells; a page each in `docs/errors`.
public enum EngineCode implements Code {
  /// A name of a function or version breaks the rule for names.
  BAD_NAME,
  /// No deployed universe has the function.
  UNKNOWN_FUNCTION,
  /// No deployed universe has the version, or it lacks the function.
  UNKNOWN_VERSION,
  /// The version's name is taken by a universe with another content.
  VERSION_TAKEN,
  /// No task has the id.
  UNKNOWN_TASK,
  /// The task has ended, so it can no longer be changed.
  TASK_ENDED,
  /// The promise has been fulfilled with something else.
  PROMISE_FULFILLED,
  /// Too many messages to a task have not been received.
  MAILBOX_FULL,
  /// The idempotency key was used before, for another function or other arguments.
  KEY_TAKEN,
  /// The task was taken in from another engine, so it can only be looked at and replayed.
  TASK_IMPORTED,
  /// A task with the id of the one to be imported is here already.
  TASK_EXISTS,
  /// The routes have no such revision.
  UNKNOWN_REVISION,
  /// A percentage outside 0 to 100.
  BAD_PERCENT,
  /// The task is being migrated already.
  TASK_MIGRATING,
  /// With the versions that a task was to be migrated to, its history would have been another one.
  MIGRATION_DIVERGES,
  /// A policy that cannot be.
  BAD_ROUTE,
  /// A text is no cron expression, or an interval is too short.
  BAD_CRON,
  /// There is no such time zone.
  UNKNOWN_ZONE,
  /// A number of missed instants that a schedule cannot make up for.
  BAD_CATCH_UP,
  /// No schedule has the name.
  UNKNOWN_SCHEDULE,
  /// The schedule is declared by code, so it is changed there.
  SCHEDULE_DECLARED,
  /// A limit of tasks that cannot be.
  BAD_LIMIT,
  /// Starts cannot be put off like that.
  BAD_DEBOUNCE,
  /// A task would wait for its turn behind one that it was started by.
  QUEUE_DEADLOCK,
  /// The task waits for its turn, so it cannot be paused or resumed.
  TASK_QUEUED,
  /// The universe still serves tasks or routes and cannot be removed.
  VERSION_IN_USE,
  /// The code asked something else than its history holds.
  DIVERGED,
  /// A value is larger than what may cross a boundary.
  VALUE_TOO_LARGE,
  /// A stored event cannot be read by this release.
  EVENT_UNREADABLE,
  /// Too many branches, or branches nested too deeply.
  TOO_MANY_BRANCHES,
}
