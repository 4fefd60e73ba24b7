package dev.perdure.engine;

import dev.perdure.value.Hash;

/// What an idempotency key stands for: the task, and what was asked with it.
///
/// @param arguments their hash
public record Keyed(TaskId task, FunctionName function, Hash arguments) {
  static Keyed of(Event.Started start) {
    return new Keyed(start.task(), start.function(), start.arguments().hash());
  }

  /// Whether a caller asks for the same again.
  boolean isFor(FunctionName asked, Payload with) {
    return function.equals(asked) && arguments.equals(with.hash());
  }
}
