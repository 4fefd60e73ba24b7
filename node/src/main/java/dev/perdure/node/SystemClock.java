package dev.perdure.node;

import dev.perdure.engine.Clock;
import java.time.Instant;

/// The machine's clock.
public enum SystemClock implements Clock {
  /// The one there is.
  CLOCK;

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long millis() {
    return System.currentTimeMillis();
  }
}
