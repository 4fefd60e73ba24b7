package dev.perdure.engine;

import java.time.Duration;
import java.util.List;

/// When an effect that threw is tried again: after a wait that doubles with each failed try.
///
/// @param triesMax tries in all, the first one included, at least 1
/// @param first the wait after the first failed try, not negative
/// @param longest the wait does not grow beyond it; at least `first`
/// @param fatal class names of exceptions after which it is not tried again, their subclasses
///   included
public record Retry(int triesMax, Duration first, Duration longest, List<String> fatal) {
  /// One try.
  public static final Retry NEVER = new Retry(1, Duration.ZERO, Duration.ZERO, List.of());

  private static final int DOUBLINGS_MAX = 62;
  private static final int SPREAD = 1_024;

  public Retry {
    if (triesMax < 1
        || first.isNegative()
        || longest.compareTo(first) < 0
        || longest.compareTo(Limits.SLEEP_MAX) > 0) {
      throw new IllegalArgumentException(
          "out of range: " + triesMax + " tries, " + first + " to " + longest);
    }
    fatal = List.copyOf(fatal);
  }

  /// The wait after a failed try, in milliseconds: between half of what the doubling gives and all
  /// of it. Where in between depends on who waits, so that many who failed at once do not come back
  /// at once.
  ///
  /// @param failed tries so far, at least 1
  long waitMillis(int failed, TaskId task, Place place) {
    long whole = longest.toMillis();
    int doublings = Math.min(failed - 1, DOUBLINGS_MAX);
    if (first.toMillis() <= whole >> doublings) {
      whole = first.toMillis() << doublings;
    }
    int spread = task.bucket(place + " " + failed, SPREAD);
    return whole - whole / 2 * spread / SPREAD;
  }
}
