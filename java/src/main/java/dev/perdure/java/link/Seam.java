package dev.perdure.java.link;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What rewritten JDK calls ask of whoever answers effects: the world, a journal, or a debugger.
///
/// Called on the task's own thread. Every answer is an outcome of the task: recorded when live,
/// repeated on replay. Any method may throw [Unwind].
public interface Seam {
  /// The seam of the running task; bound by the driver around every run of task code.
  ScopedValue<Seam> CURRENT = ScopedValue.newInstance();

  /// The present.
  Instant now();

  /// A reading of a clock that only differences have a meaning of, in nanoseconds.
  long nanoTime();

  /// 64 random bits.
  long randomLong();

  /// A random UUID (version 4).
  UUID uuid();

  /// Waits.
  void sleep(Duration time);

  /// The seam of the running task.
  ///
  /// @throws Unwind outside a task, as where a class of functions is made: no handler of a user may
  ///   take it for an answer
  static Seam current() {
    return CURRENT.orElseThrow(
        () -> new Unwind(new IllegalStateException("An effect was asked outside a task")));
  }
}
