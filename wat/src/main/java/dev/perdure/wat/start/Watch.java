package dev.perdure.wat.start;

import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.run.Raise;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What runs for a program that asked for it, and ends with it. Threads may share one.
final class Watch {
  /// How many may run in each other, each of which checks a program anew.
  private static final int NESTED_MAX = 64;

  private final Set<Runnable> running = ConcurrentHashMap.newKeySet();

  Watch() {}

  /// The result of what is run.
  ///
  /// @param stop ends it, from any thread
  /// @throws Raise `StackExhausted` if too many run in each other
  Object over(Runnable stop, Supplier<Object> run) {
    if (running.size() >= NESTED_MAX) {
      throw Raise.of(
          Kind.RUNTIME_STACK_EXHAUSTED,
          "more than " + NESTED_MAX + " evaluations run in each other",
          ":wat::eval-ast!",
          (long) NESTED_MAX);
    }
    running.add(stop);
    try {
      return run.get();
    } finally {
      running.remove(stop);
    }
  }

  /// Ends what runs, from any thread.
  void stop() {
    running.forEach(Runnable::run);
  }
}
