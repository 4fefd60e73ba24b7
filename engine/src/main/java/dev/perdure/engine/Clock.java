package dev.perdure.engine;

import java.time.Instant;

/// The engine's clock. It may jump, in both directions.
@FunctionalInterface
public interface Clock {
  /// The present time.
  Instant now();

  /// The present time in milliseconds since 1970.
  default long millis() {
    return now().toEpochMilli();
  }
}
