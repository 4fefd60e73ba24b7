package dev.perdure.api;

import java.time.Duration;
import java.time.Instant;

/// The time as a task sees it: recorded, so a replay reads the same.
public interface Clock {
  /// The present, as exactly as the machine's clock tells it.
  Instant now();

  /// Waits. A long sleep costs no thread and no memory, and survives restarts and new versions.
  ///
  /// @param time how long; zero or less returns at once
  void sleep(Duration time);

  /// Waits until a point in time; one that is past returns at once.
  void sleepUntil(Instant time);
}
