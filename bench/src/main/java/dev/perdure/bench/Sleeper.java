package dev.perdure.bench;

import dev.perdure.api.Clock;
import dev.perdure.api.Routed;
import java.time.Duration;
import java.time.Instant;

/// A function that does nothing but wait.
public final class Sleeper {
  private final Clock clock;

  public Sleeper(Clock clock) {
    this.clock = clock;
  }

  /// Sleeps until then, and returns how late it woke, in milliseconds.
  @Routed
  public long sleepUntil(Instant due) {
    clock.sleep(Duration.between(clock.now(), due));
    return Duration.between(due, clock.now()).toMillis();
  }
}
