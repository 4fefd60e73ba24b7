package dev.perdure.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Concurrency inside a task, and tasks of its own.
///
/// Branches are ordered by their place in the call, never by who finished first, so a replay cannot
/// race. A branch that is not needed any more is cancelled, and its clean-up awaited, before the
/// call returns or throws.
public interface Tasks {
  /// Runs all branches at once and returns their results in order. When one throws, the others are
  /// cancelled; what the first of those that threw had thrown is thrown, and what others did is
  /// suppressed in it.
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
  ///
  /// @throws IllegalArgumentException if there is no branch
  <R> R race(List<? extends Supplier<? extends R>> branches);

  /// Runs two branches at once and returns what the first to finish returns or throws.
  default <R> R race(Supplier<? extends R> first, Supplier<? extends R> second) {
    return race(List.of(first, second));
  }

  /// Runs all branches at once and returns the result of the first that has one; a branch that
  /// throws does not stop the others.
  ///
  /// @throws AllFailed if none has a result
  /// @throws IllegalArgumentException if there is no branch
  <R> R any(List<? extends Supplier<? extends R>> branches);

  /// Runs two branches at once and returns the result of the first that has one.
  default <R> R any(Supplier<? extends R> first, Supplier<? extends R> second) {
    return any(List.of(first, second));
  }

  /// Runs a body in a branch of its own, and cancels it when the time is over. What it does then to
  /// clean up is awaited.
  ///
  /// @param time how long it may take; zero or less: it is over at once
  /// @throws TimedOut if the time was over first
  <R> R within(Duration time, Supplier<? extends R> body);

  /// Runs a body whose steps are made up for if it throws or is cancelled: their compensations run,
  /// newest first, and what it threw is thrown. All of them run; what a compensation throws is
  /// suppressed in what the body threw. They are ordinary code: their effects are recorded, and a
  /// crash among them is gone on from.
  <R> R saga(Function<? super Saga, ? extends R> body);

  /// Runs a body again when it throws, after a wait that doubles each time. For one effect, prefer
  /// [Retry].
  ///
  /// @param max how often it is run at most, at least 1
  /// @param first the first wait
  /// @param longest the wait does not grow beyond it
  <R> R retry(int max, Duration first, Duration longest, Supplier<? extends R> body);

  /// Starts a function as a child task. It ends, at the latest, with this task.
  ///
  /// @param function its name, served by whatever version the route chooses
  <R> Task<R> start(String function, @Nullable Object... arguments);

  /// Starts a function as a child task that begins at a time, or at once if that is past. Meanwhile
  /// it can be awaited and cancelled.
  ///
  /// @param time after 1970
  /// @param function its name, served by the version that the route chooses now
  <R> Task<R> at(Instant time, String function, @Nullable Object... arguments);
}
