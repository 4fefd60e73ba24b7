package dev.perdure.sim;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Message;
import dev.perdure.engine.PerformOptions;
import java.util.List;

/// One step of a generated program. Programs are data, so that a seed makes them and a trace can
/// show them.
sealed interface Op {
  record Clock() implements Op {}

  record Bits() implements Op {}

  record NewId() implements Op {}

  /// A log line of so many characters.
  record Line(int chars) implements Op {}

  /// @param argumentBytes how much it sends
  record Perform(
      String name, String method, Effect.Guard guard, PerformOptions options, int argumentBytes)
      implements Op {}

  /// Receives a message.
  record Receive(Message kind, String name) implements Op {}

  record Sleep(int millis) implements Op {}

  /// Starts a child, and remembers it.
  record Child(int function) implements Op {}

  /// Starts a function that no universe has.
  record NoChild() implements Op {}

  /// Awaits one of the children started so far.
  ///
  /// @param pick which one, modulo their number
  record AwaitChild(int pick) implements Op {}

  record CancelChild(int pick) implements Op {}

  record All(List<List<Op>> branches) implements Op {}

  record Race(List<List<Op>> branches) implements Op {}

  record Any(List<List<Op>> branches) implements Op {}

  /// Calls another function through the routes.
  record Call(int function) implements Op {}

  record Repeat(int times, List<Op> body) implements Op {}

  /// Goes one way or the other by what happened so far.
  record Branch(List<Op> even, List<Op> odd) implements Op {}

  /// Runs the clean-up whatever becomes of the body, as `finally` does.
  record Finally(List<Op> body, List<Op> cleanUp) implements Op {}

  /// Goes on if the body fails.
  record Catch(List<Op> body) implements Op {}

  record Throw(String message) implements Op {}

  /// Runs out of stack, in some attempts.
  record Overflow() implements Op {}

  /// Asks one thing in one attempt and something else in the next: code that is not deterministic.
  record Impure() implements Op {}
}
