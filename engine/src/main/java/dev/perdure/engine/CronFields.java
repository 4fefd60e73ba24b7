package dev.perdure.engine;

import java.time.LocalDate;
import java.util.stream.IntStream;

/// The fields of a cron expression, each the set of what it lets pass.
///
/// @param minutes bit 0 to 59
/// @param hours bit 0 to 23
/// @param daysOfMonth bit 1 to 31; bit [#LAST_DAY] stands for the last day of any month
/// @param months bit 1 to 12
/// @param daysOfWeek bit 0 to 6, from Sunday on
record CronFields(long minutes, long hours, long daysOfMonth, long months, long daysOfWeek) {
  static final int LAST_DAY = 0;

  private static final int HOUR_MINUTES = 60;
  private static final int DAY_HOURS = 24;
  private static final int DAYS_OF_WEEK = 7;
  private static final int MONTHS = 12;
  private static final int[] MONTH_DAYS_MAX = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final long EVERY_DAY_OF_MONTH = ((1L << 32) - 1) & ~1L;
  private static final long EVERY_DAY_OF_WEEK = (1L << DAYS_OF_WEEK) - 1;
  private static final long EVERY_HOUR = (1L << DAY_HOURS) - 1;

  private static boolean has(long set, int element) {
    return (set >>> element & 1) != 0;
  }

  /// Whether the hours restrict nothing.
  boolean everyHour() {
    return hours == EVERY_HOUR;
  }

  /// Whether a date fits. Of two day fields that restrict something, one is enough.
  boolean matches(LocalDate date) {
    if (!has(months, date.getMonthValue())) {
      return false;
    }
    boolean byMonth =
        has(daysOfMonth, date.getDayOfMonth())
            || (has(daysOfMonth, LAST_DAY) && date.getDayOfMonth() == date.lengthOfMonth());
    boolean byWeek = has(daysOfWeek, date.getDayOfWeek().getValue() % DAYS_OF_WEEK);
    boolean either = daysOfMonth != EVERY_DAY_OF_MONTH && daysOfWeek != EVERY_DAY_OF_WEEK;
    return either ? byMonth || byWeek : byMonth && byWeek;
  }

  /// Whether no date fits, such as for the 30th of February.
  boolean never() {
    return daysOfWeek == EVERY_DAY_OF_WEEK
        && !has(daysOfMonth, LAST_DAY)
        && IntStream.rangeClosed(1, MONTHS)
            .filter(month -> has(months, month))
            .noneMatch(month ->
                IntStream.rangeClosed(1, MONTH_DAYS_MAX[month])
                    .anyMatch(day -> has(daysOfMonth, day)));
  }

  /// The minutes of a day that fits, ascending, from 0 at midnight.
  IntStream minutesOfDay() {
    return IntStream.range(0, DAY_HOURS)
        .filter(hour -> has(hours, hour))
        .flatMap(hour ->
            IntStream.range(0, HOUR_MINUTES)
                .filter(minute -> has(minutes, minute))
                .map(minute -> hour * HOUR_MINUTES + minute));
  }
}
