package dev.perdure.server.view;

import dev.perdure.engine.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times for people and programs, always in UTC.
public final class Times {
  private static final Pattern AGO = Pattern.compile("(\\d{1,9})([smhd])");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

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

  /// Reads what a person typed: a time, a day (its beginning in UTC), or how long ago, such as
  /// `90s`, `30m`, `2h` or `7d`. Empty if it is none of these.
  public static Optional<Long> parse(String text, long nowMillis) {
    try {
      var ago = AGO.matcher(text);
      if (ago.matches()) {
        var unit = UNITS.get(ago.group(2));
        return Optional.of(nowMillis - Duration.of(Long.parseLong(ago.group(1)), unit).toMillis());
      }
      return Optional.of(
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
              : OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
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
