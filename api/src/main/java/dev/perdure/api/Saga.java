package dev.perdure.api;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Steps that cannot be undone by forgetting them, each with the step that makes up for it; opened
/// by [Tasks#saga].
public interface Saga {
  /// Takes a step. If something fails behind it, what the step returned is made up for. A step that
  /// throws is not: it is for an effect to be certain that it has done nothing then, by being
  /// [Idempotent] and tried again, or by saying so.
  ///
  /// @param action is run now
  /// @param compensation is given what the action returned
  <R> R step(Supplier<? extends R> action, Consumer<? super R> compensation);

  /// Takes a step whose compensation needs no result.
  default <R> R step(Supplier<? extends R> action, Runnable compensation) {
    return step(action, _ -> compensation.run());
  }
}
