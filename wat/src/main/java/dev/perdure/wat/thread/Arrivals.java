package dev.perdure.wat.thread;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The threads that wait for something outside the program. Confined to the thread that runs the
/// program, but for [#lookAround].
final class Arrivals {
  /// Whose wait has ended; empty: somebody wants the program to look around.
  private final BlockingQueue<Optional<Fiber>> arrived = new LinkedBlockingQueue<>();

  private int awaited;

  /// Whether a thread waits.
  boolean areAwaited() {
    return awaited > 0;
  }

  /// Whether nothing has arrived that the program has not looked at.
  boolean isEmpty() {
    return arrived.isEmpty();
  }

  /// Lets the program look around; from any thread.
  void lookAround() {
    arrived.add(Optional.empty());
  }

  /// Begins an operation of a thread.
  void begin(Fiber fiber, Callable<Object> operation) {
    awaited++;
    fiber.outside = Outside.begin(operation, () -> arrived.add(Optional.of(fiber)));
  }

  /// What the operation of a thread gave, which has ended.
  Object result(Fiber fiber, Outside ended) {
    fiber.outside = null;
    awaited--;
    return ended.result();
  }

  /// A thread waits no longer, as it has ended.
  void leave(Fiber fiber) {
    if (fiber.outside != null) {
      fiber.outside.leave();
      fiber.outside = null;
      awaited--;
    }
  }

  /// Wakes those whose waits have ended.
  void wake() {
    for (var one = arrived.poll(); one != null; one = arrived.poll()) {
      one.ifPresent(Fiber::wake);
    }
  }

  /// Waits until something arrives.
  ///
  /// @param limit for so long; null: for as long as it takes
  /// @return whether something has
  boolean await(@Nullable Duration limit) {
    try {
      var one =
          limit == null
              ? arrived.take()
              : arrived.poll(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
      if (one != null) {
        one.ifPresent(Fiber::wake);
      }
      return one != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
