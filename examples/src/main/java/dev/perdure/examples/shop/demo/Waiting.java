package dev.perdure.examples.shop.demo;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition that nobody announces.
final class Waiting {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LOOKS_MAX = 30_000;

  private Waiting() {}

  /// Looks every other millisecond, for a minute at the most.
  static void until(BooleanSupplier condition) {
    for (long looks = 0; !condition.getAsBoolean(); looks++) {
      if (looks == LOOKS_MAX) {
        throw new IllegalStateException("what the demo waited for did not come about");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
