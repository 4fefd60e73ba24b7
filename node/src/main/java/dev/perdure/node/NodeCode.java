package dev.perdure.node;

import dev.perdure.value.Code;

/// The kinds of problem that a node tells; a page each in `docs/errors`.
public enum NodeCode implements Code {
  /// The engine was closed, or stopped because it could not write its log.
  ENGINE_STOPPED,
  /// The calling thread was interrupted while it waited.
  CALL_INTERRUPTED,
  /// No code that the task may run receives a message of the name.
  UNKNOWN_MESSAGE,
  /// The code of a task answers no such question where the task stands.
  UNKNOWN_QUERY,
  /// The answer to a question asked an effect.
  QUERY_ASKS,
  /// The answer to a question threw.
  QUERY_FAILED,
  /// The answer to a question, with the replay before it, took more than it may.
  QUERY_TOO_COSTLY,
  /// More waits than the engine takes; try again after a moment.
  OVERLOADED,
  /// A task has not come to an end yet, so it has no result.
  TASK_RUNNING,
  /// The universe of a version cannot be loaded from the data directory.
  UNIVERSE_MISSING,
  /// The universe of a version cannot be written to the data directory.
  UNIVERSE_WRITE_FAILED,
  /// A file is not an exported task that this release can read.
  EXPORT_UNREADABLE,
  /// A task of an engine whose data is sealed was to be exported, and nobody said that the file may
  /// hold it in clear.
  EXPORT_IN_CLEAR,
  /// Somebody whom this engine does not descend from has written to its database as its owner.
  SQL_FENCED,
  /// A database holds the outcome of an effect that asked something else than the task asks now.
  SQL_OUTCOME_DIFFERS,
  /// Whether an effect was done cannot be found out now, and its task was cancelled.
  SQL_UNDECIDED,
  /// A database no longer holds all outcomes that this log would need.
  SQL_OUTCOMES_GONE,
  /// A backup is not as it was written.
  BACKUP_DAMAGED,
  /// There can be no backup at a place, or a data directory made of it there.
  BACKUP_UNUSABLE,
  /// A program in wat that was to be let in has a mistake.
  WAT_REFUSED,
  /// A program in wat declares a function that no version has.
  EXTERN_UNKNOWN,
  /// A function does more than callers inside a program in wat may do.
  ROUTE_EFFECTS,
  /// A function is not what a program in wat declares that calls it.
  EXTERN_INCOMPATIBLE,
  /// What was registered as a function is not a reference to a method.
  NOT_A_METHOD,
}
