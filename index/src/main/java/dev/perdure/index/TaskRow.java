package dev.perdure.index;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;

/// What lists show of a task.
///
/// @param startedMillis when, in milliseconds since 1970
/// @param about what it waits for, why it stands still, or how it failed; empty if none of these
public record TaskRow(
    TaskId id,
    Status status,
    FunctionName function,
    Version version,
    long startedMillis,
    String about) {
  /// What is said about a task of another engine.
  public static final String IMPORTED = "can be looked at and replayed, not run";
}
