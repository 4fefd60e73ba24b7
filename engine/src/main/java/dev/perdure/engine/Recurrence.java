package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// When something happens again and again.
public sealed interface Recurrence {

  /// By a calendar.
  ///
  /// @param zone whose calendar and clocks; its rules are those of the JDK that runs, so an engine
  ///   goes by new rules from its next start on
  record Calendar(Cron cron, ZoneId zone) implements Recurrence {
    @Override
    public long nextMillis(long afterMillis) {
      return cron.next(Instant.ofEpochMilli(afterMillis), zone).toEpochMilli();
    }

    @Override
    public long lastMillis(long untilMillis) {
      return cron.last(Instant.ofEpochMilli(untilMillis), zone).toEpochMilli();
    }

    @Override
    public String toString() {
      return cron + " " + zone;
    }
  }

  /// By a fixed interval, counted from the beginning of 1970 in UTC: every hour is on the hour, and
  /// stays there whenever it is set.
  ///
  /// @param periodMillis 1,000 or more
  record Every(long periodMillis) implements Recurrence {
    public Every {
      if (periodMillis < Limits.PERIOD_MILLIS_MIN) {
        throw Problem.of(
                EngineCode.BAD_CRON,
                "an interval of " + periodMillis + " ms is too short for a schedule",
                "Take at least " + Limits.PERIOD_MILLIS_MIN + " ms; what is quicker is a loop")
            .exception();
      }
    }

    @Override
    public long nextMillis(long afterMillis) {
      return (Math.floorDiv(afterMillis, periodMillis) + 1) * periodMillis;
    }

    @Override
    public long lastMillis(long untilMillis) {
      return Math.floorDiv(untilMillis, periodMillis) * periodMillis;
    }

    @Override
    public String toString() {
      return "every " + Duration.ofMillis(periodMillis);
    }
  }

  /// By a cron expression and the name of a time zone, such as `Europe/Berlin`.
  ///
  /// @throws dev.perdure.value.PerdureException `BAD_CRON`, `UNKNOWN_ZONE`
  static Recurrence cron(String expression, String zone) {
    return new Calendar(Cron.parse(expression), zone(zone));
  }

  /// By a fixed interval.
  ///
  /// @throws dev.perdure.value.PerdureException `BAD_CRON` if it is below a second
  static Recurrence every(Duration period) {
    return new Every(period.toMillis());
  }

  /// A time zone by its name in the IANA database, or an offset.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_ZONE`
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      throw Problem.of(
              EngineCode.UNKNOWN_ZONE,
              "there is no time zone \"" + Bounds.bounded(name, Limits.NAME_CHARS_MAX) + "\"",
              "Name one such as Europe/Berlin, or UTC")
          .exception();
    }
  }

  /// The first time after another one; milliseconds since 1970.
  long nextMillis(long afterMillis);

  /// The last time up to and including another one; milliseconds since 1970.
  long lastMillis(long untilMillis);
}
