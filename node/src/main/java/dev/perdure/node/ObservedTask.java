package dev.perdure.node;

import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Version;
import org.jspecify.annotations.Nullable;

/// What an [Observer] is told of a task.
///
/// @param trace what it was started in, or what depends on its id only
/// @param parent who started it; null if from outside
/// @param startedMillis when, by the engine's clock, in milliseconds since 1970
public record ObservedTask(
    TaskId id,
    FunctionName function,
    Version version,
    TraceContext trace,
    @Nullable TaskId parent,
    long startedMillis) {
  static ObservedTask of(Event.Started start) {
    return new ObservedTask(
        start.task(),
        start.function(),
        start.version(),
        TraceContext.of(start),
        start.parent(),
        start.atMillis());
  }

  /// The same, served by another version.
  ObservedTask at(Version newVersion) {
    return new ObservedTask(id, function, newVersion, trace, parent, startedMillis);
  }
}
