package dev.perdure.wat.library;

import dev.perdure.wat.data.Variant;
import dev.perdure.wat.run.Raise;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.function.Supplier;

/// Instants, and durations of 64 bits of nanoseconds (W15.3).
public final class Times {
  private static final long NANO = 1;
  private static final long MICRO = 1000 * NANO;
  private static final long MILLI = 1000 * MICRO;
  private static final long SECOND = 1000 * MILLI;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final int DIGITS_MAX = 9;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private Times() {}

  /// `(at n)`: seconds after the start of 1970; raises beyond the years of `java.time`.
  public static Instant atSeconds(long n) {
    return instant(() -> Instant.ofEpochSecond(n));
  }

  /// `(at-millis n)`.
  public static Instant atMillis(long n) {
    return Instant.ofEpochMilli(n);
  }

  /// `(at-nanos n)`.
  public static Instant atNanos(long n) {
    return Instant.ofEpochSecond(Math.floorDiv(n, SECOND), Math.floorMod(n, SECOND));
  }

  private static Instant instant(Supplier<Instant> made) {
    try {
      return made.get();
    } catch (DateTimeException | ArithmeticException e) {
      throw Raise.assertion("no instant so far from 1970");
    }
  }

  /// `(epoch-seconds i)`, rounded down.
  public static long epochSeconds(Instant i) {
    return i.getEpochSecond();
  }

  /// `(epoch-millis i)`, rounded down; raises `IntegerOverflow`.
  public static long epochMillis(Instant i) {
    return since1970("wat::time::epoch-millis", i, SECOND / MILLI);
  }

  /// `(epoch-nanos i)`; raises `IntegerOverflow`.
  public static long epochNanos(Instant i) {
    return since1970("wat::time::epoch-nanos", i, SECOND);
  }

  /// @param perSecond how many of the unit are a second
  private static long since1970(String op, Instant i, long perSecond) {
    return exact(
        op,
        BigInteger.valueOf(i.getEpochSecond())
            .multiply(BigInteger.valueOf(perSecond))
            .add(BigInteger.valueOf(i.getNano() / (SECOND / perSecond))),
        i.getEpochSecond(),
        i.getNano());
  }

  private static long exact(String op, BigInteger value, long a, long b) {
    if (value.bitLength() >= Long.SIZE) {
      throw Failures.overflow(op, a, b);
    }
    return value.longValue();
  }

  /// `(to-iso8601 i digits)`: in UTC, with so many digits of the second, from 0 to 9; the others
  /// are cut off.
  public static String toIso(Instant i, long digits) {
    var text = SECONDS.format(i.atOffset(ZoneOffset.UTC));
    int count = Math.clamp(digits, 0, DIGITS_MAX);
    var nanos = String.valueOf(SECOND + i.get(ChronoField.NANO_OF_SECOND)).substring(1, 1 + count);
    return text + (count == 0 ? "" : ".") + nanos + "Z";
  }

  /// `(from-iso8601 s)`.
  public static Variant fromIso(String s) {
    try {
      return Variant.some(Instant.parse(s));
    } catch (DateTimeException _) {
      return Variant.NONE;
    }
  }

  private static Duration of(String unit, long n, long nanos) {
    try {
      return Duration.ofNanos(Math.multiplyExact(n, nanos));
    } catch (ArithmeticException _) {
      throw Failures.overflow("wat::time::" + unit, n, nanos);
    }
  }

  /// How many nanoseconds a duration is.
  ///
  /// @param op what they are needed for
  private static long nanos(String op, Duration d) {
    var nanos =
        BigInteger.valueOf(d.getSeconds())
            .multiply(BigInteger.valueOf(SECOND))
            .add(BigInteger.valueOf(d.getNano()));
    return exact(op, nanos, d.getSeconds(), d.getNano());
  }

  /// `(Nanosecond n)`; raises `IntegerOverflow`.
  public static Duration ofNanoseconds(long n) {
    return of("Nanosecond", n, NANO);
  }

  /// `(nanoseconds d)`, truncated.
  public static long toNanoseconds(Duration d) {
    return nanos("wat::time::nanoseconds", d) / NANO;
  }

  /// `(Microsecond n)`; raises `IntegerOverflow`.
  public static Duration ofMicroseconds(long n) {
    return of("Microsecond", n, MICRO);
  }

  /// `(microseconds d)`, truncated.
  public static long toMicroseconds(Duration d) {
    return nanos("wat::time::microseconds", d) / MICRO;
  }

  /// `(Millisecond n)`; raises `IntegerOverflow`.
  public static Duration ofMilliseconds(long n) {
    return of("Millisecond", n, MILLI);
  }

  /// `(milliseconds d)`, truncated.
  public static long toMilliseconds(Duration d) {
    return nanos("wat::time::milliseconds", d) / MILLI;
  }

  /// `(Second n)`; raises `IntegerOverflow`.
  public static Duration ofSeconds(long n) {
    return of("Second", n, SECOND);
  }

  /// `(seconds d)`, truncated.
  public static long toSeconds(Duration d) {
    return nanos("wat::time::seconds", d) / SECOND;
  }

  /// `(Minute n)`; raises `IntegerOverflow`.
  public static Duration ofMinutes(long n) {
    return of("Minute", n, MINUTE);
  }

  /// `(minutes d)`, truncated.
  public static long toMinutes(Duration d) {
    return nanos("wat::time::minutes", d) / MINUTE;
  }

  /// `(Hour n)`; raises `IntegerOverflow`.
  public static Duration ofHours(long n) {
    return of("Hour", n, HOUR);
  }

  /// `(hours d)`, truncated.
  public static long toHours(Duration d) {
    return nanos("wat::time::hours", d) / HOUR;
  }

  /// `(Day n)`; raises `IntegerOverflow`.
  public static Duration ofDays(long n) {
    return of("Day", n, DAY);
  }

  /// `(days d)`, truncated.
  public static long toDays(Duration d) {
    return nanos("wat::time::days", d) / DAY;
  }

  /// `(+ i d)`; raises beyond the years of `java.time`.
  public static Instant plus(Instant i, Duration d) {
    return instant(() -> i.plus(d));
  }

  /// `(- i d)`; raises beyond the years of `java.time`.
  public static Instant minus(Instant i, Duration d) {
    return instant(() -> i.minus(d));
  }

  /// `(- a b)` of instants; raises `IntegerOverflow`.
  public static Duration between(Instant a, Instant b) {
    return Duration.ofNanos(nanos("wat::time::-", Duration.between(b, a)));
  }

  /// `(+ a b)` of durations; raises `IntegerOverflow`.
  public static Duration sum(Duration a, Duration b) {
    return Duration.ofNanos(nanos("wat::time::+", a.plus(b)));
  }

  /// `(- a b)` of durations; raises `IntegerOverflow`.
  public static Duration difference(Duration a, Duration b) {
    return Duration.ofNanos(nanos("wat::time::-", a.minus(b)));
  }
}
