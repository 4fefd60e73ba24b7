package dev.perdure.index;

import dev.perdure.engine.Author;
import dev.perdure.engine.Level;
import dev.perdure.engine.TaskId;

/// A line that the code of a task wrote for people.
///
/// @param offset of the event that tells of it
/// @param traceId of the trace the task belongs to
/// @param atMillis when, in milliseconds since 1970
/// @param author which code
public record LineRow(
    long offset,
    TaskId task,
    String traceId,
    long atMillis,
    Level level,
    Author author,
    String text) {
  /// The same with another text.
  public LineRow withText(String other) {
    return new LineRow(offset, task, traceId, atMillis, level, author, other);
  }
}
