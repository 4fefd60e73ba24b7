package dev.perdure.testkit;

import dev.perdure.engine.Clock;
import java.time.Duration;
import java.time.Instant;

/// A clock that stands still until it is told to go on. For many threads.
public final class TestClock implements Clock {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private Instant now;

  /// A clock that shows the first moment of 2030, in UTC.
  public TestClock() {
    this(START);
  }

  /// A clock that shows a moment.
  public TestClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  /// Lets time pass. Whoever waits for it finds out when it looks next: see
  /// [TestPerdure#skip(Duration)].
  synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
