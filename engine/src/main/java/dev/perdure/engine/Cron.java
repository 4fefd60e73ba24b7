package dev.perdure.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A cron expression: the minutes of a calendar at which something happens.
///
/// ```
/// ┌───────── minute        0-59
/// │ ┌─────── hour          0-23
/// │ │ ┌───── day of month  1-31, or L for the last
/// │ │ │ ┌─── month         1-12 or JAN-DEC
/// │ │ │ │ ┌─ day of week   0-7 or SUN-SAT; 0 and 7 are Sunday
/// 0 9 * * MON
/// ```
///
/// A field is `*`, a number, a range `1-5`, either of the two with a step `*/15`, or a list of
/// such. Where both day fields are restricted, a day that fits either fits, as in the cron of
/// POSIX. In place of the fields stands one of `@hourly`, `@daily`, `@midnight`, `@weekly`,
/// `@monthly`, `@yearly` and `@annually`.
///
/// When clocks are set, it depends on the hour field. If it lets every hour pass, the expression is
/// about real time: minutes that clocks skip do not happen, those that they repeat happen twice.
/// Else it is about times of day, and each happens once: one that is skipped when the gap is over,
/// one that is repeated the first time.
///
/// Immutable; equal if the texts are.
public final class Cron {
  private static final int DAY_SECONDS = 86_400;
  private static final int MINUTE_SECONDS = 60;
  private static final int HOUR_MINUTES = 60;
  private static final long[] NONE = {};

  private final String text;
  private final CronFields fields;

  private Cron(String text, CronFields fields) {
    this.text = text;
    this.fields = fields;
  }

  /// Reads an expression.
  ///
  /// @throws dev.perdure.value.PerdureException `BAD_CRON`, with the column, if it is none or names
  ///   a day that never comes
  public static Cron parse(String text) {
    return new Cron(text, new CronParser(text).parse());
  }

  /// The first moment after another one. There always is one, within 8 years: what never happens is
  /// no expression, and leap days are at most that far apart.
  public Instant next(Instant after, ZoneId zone) {
    long than = after.getEpochSecond();
    var date = LocalDate.ofInstant(after, zone).minusDays(1);
    while (true) {
      long first = above(moments(date, zone), than);
      date = date.plusDays(1);
      if (first != Long.MAX_VALUE) {
        return Instant.ofEpochSecond(Math.min(first, above(moments(date, zone), than)));
      }
    }
  }

  /// The last moment up to and including another one. There always is one, as for [#next].
  public Instant last(Instant until, ZoneId zone) {
    long than = until.getEpochSecond();
    var date = LocalDate.ofInstant(until, zone).plusDays(1);
    while (true) {
      long last = notAbove(moments(date, zone), than);
      date = date.minusDays(1);
      if (last != Long.MIN_VALUE) {
        return Instant.ofEpochSecond(Math.max(last, notAbove(moments(date, zone), than)));
      }
    }
  }

  private static long above(long[] ascending, long than) {
    int at = Arrays.binarySearch(ascending, than);
    int index = at >= 0 ? at + 1 : -at - 1;
    return index < ascending.length ? ascending[index] : Long.MAX_VALUE;
  }

  private static long notAbove(long[] ascending, long than) {
    int at = Arrays.binarySearch(ascending, than);
    int index = at >= 0 ? at : -at - 2;
    return index >= 0 ? ascending[index] : Long.MIN_VALUE;
  }

  /// The moments of one date, in seconds since 1970, ascending. Clocks that are set around midnight
  /// can mix those of two dates that follow each other, never of more.
  private long[] moments(LocalDate date, ZoneId zone) {
    if (!fields.matches(date)) {
      return NONE;
    }
    long from = date.atStartOfDay(zone).toEpochSecond();
    long to = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
    var change = zone.getRules().nextTransition(Instant.ofEpochSecond(from - 1));
    boolean steady = change == null || change.toEpochSecond() >= to;
    return steady && to - from == DAY_SECONDS ? steady(from) : changing(date, zone);
  }

  private long[] steady(long midnight) {
    return fields
        .minutesOfDay()
        .mapToLong(minute -> midnight + (long) minute * MINUTE_SECONDS)
        .toArray();
  }

  /// A date on which clocks are set.
  private long[] changing(LocalDate date, ZoneId zone) {
    var rules = zone.getRules();
    var moments = new TreeSet<Long>();
    fields
        .minutesOfDay()
        .mapToObj(minute -> date.atTime(minute / HOUR_MINUTES, minute % HOUR_MINUTES))
        .forEach(local -> {
          var offsets = rules.getValidOffsets(local);
          if (offsets.isEmpty() && !fields.everyHour()) {
            moments.add(rules.getTransition(local).toEpochSecond());
          }
          int times = fields.everyHour() ? offsets.size() : Math.min(1, offsets.size());
          offsets.subList(0, times).forEach(o -> moments.add(local.toEpochSecond(o)));
        });
    return moments.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return this == o || (o instanceof Cron other && text.equals(other.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// The expression as it was written.
  @Override
  public String toString() {
    return text;
  }
}
