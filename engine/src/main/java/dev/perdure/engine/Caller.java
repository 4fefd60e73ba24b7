package dev.perdure.engine;

import java.util.Map;

/// What of a task decides who serves its calls; it is the same for all its life.
///
/// @param attributes as at its start; its children have them too
public record Caller(TaskId task, Map<String, String> attributes) {
  /// A task that was started.
  public static Caller of(Event.Started start) {
    return new Caller(start.task(), start.options().attributes());
  }
}
