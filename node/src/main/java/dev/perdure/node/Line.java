package dev.perdure.node;

import dev.perdure.engine.Author;
import dev.perdure.engine.Level;
import dev.perdure.engine.TaskId;

/// A line that the code of a task wrote for people.
///
/// @param traceId of the trace the task belongs to, 32 hexadecimal digits
/// @param atMillis when, by the engine's clock, in milliseconds since 1970
/// @param author which code; function and version are those of the task where nothing else is known
public record Line(
    TaskId task, String traceId, long atMillis, Level level, Author author, String text) {}
