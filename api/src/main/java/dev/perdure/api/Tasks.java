package dev.perdure.api;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Concurrency inside a task, and tasks of its own.
///
/// Branches are ordered by their place in the call, never by who finished first, so a replay cannot
/// race. When a branch fails, the others are cancelled before the failure is thrown.
public interface Tasks {
  /// Runs all branches at once and returns their results in order.
  <R> List<R> all(List<? extends Supplier<? extends R>> branches);

  /// Runs two branches at once and returns their results in order.
  default <R> List<R> all(Supplier<? extends R> first, Supplier<? extends R> second) {
    return all(List.of(first, second));
  }

  /// Runs three branches at once and returns their results in order.
  default <R> List<R> all(
      Supplier<? extends R> first, Supplier<? extends R> second, Supplier<? extends R> third) {
    return all(List.of(first, second, third));
  }

  /// Runs all branches at once and returns what the first to finish returns or throws.
  <R> R race(List<? extends Supplier<? extends R>> branches);

  /// Runs two branches at once and returns what the first to finish returns or throws.
  default <R> R race(Supplier<? extends R> first, Supplier<? extends R> second) {
    return race(List.of(first, second));
  }

  /// Starts a function as a child task. It ends, at the latest, with this task.
  ///
  /// @param function its name, served by whatever version the route chooses
  <R> Task<R> start(String function, @Nullable Object... arguments);
}
