package dev.perdure.server.view;

import dev.perdure.engine.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times for people and programs, always in UTC.
public final class Times {
  private Times() {}

  /// To the second, such as `2026-01-31T08:30:00Z`.
  public static String second(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// To the millisecond.
  public static Instant exact(long millis) {
    return Instant.ofEpochMilli(millis);
  }

  /// When a task was started: its id begins with the milliseconds (RFC 9562, section 5.7).
  public static long started(TaskId id) {
    return id.high() >>> 16;
  }

  /// A length of time, such as `3 s` or `2 d 4 h`: the two greatest units.
  public static String length(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return time.toMillis() + " ms";
    }
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return time.toSeconds() + " s";
    }
    if (time.compareTo(Duration.ofHours(1)) < 0) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return time.compareTo(Duration.ofDays(1)) < 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toDays() + " d " + time.toHoursPart() + " h";
  }
}
