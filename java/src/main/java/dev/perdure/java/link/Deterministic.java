package dev.perdure.java.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Stands for JDK members that read a clock, draw a random number or wait: asks the [Seam].
///
/// Methods have the names and shapes of what they stand for; the table of JDK members names them.
public final class Deterministic {
  private Deterministic() {}

  /// For `System.currentTimeMillis()`.
  public static long currentTimeMillis() {
    return Seam.current().now().toEpochMilli();
  }

  /// For `System.nanoTime()`.
  public static long nanoTime() {
    return Seam.current().nanoTime();
  }

  /// For `Instant.now()`.
  public static Instant instant() {
    return Seam.current().now();
  }

  /// For `LocalDate.now()`, in UTC as everything that asks for the default zone.
  public static LocalDate localDate() {
    return LocalDate.now(clock());
  }

  /// For `LocalDate.now(zone)`.
  public static LocalDate localDate(ZoneId zone) {
    return LocalDate.now(clock(zone));
  }

  /// For `LocalTime.now()`.
  public static LocalTime localTime() {
    return LocalTime.now(clock());
  }

  /// For `LocalTime.now(zone)`.
  public static LocalTime localTime(ZoneId zone) {
    return LocalTime.now(clock(zone));
  }

  /// For `LocalDateTime.now()`.
  public static LocalDateTime localDateTime() {
    return LocalDateTime.now(clock());
  }

  /// For `LocalDateTime.now(zone)`.
  public static LocalDateTime localDateTime(ZoneId zone) {
    return LocalDateTime.now(clock(zone));
  }

  /// For `ZonedDateTime.now()`.
  public static ZonedDateTime zonedDateTime() {
    return ZonedDateTime.now(clock());
  }

  /// For `ZonedDateTime.now(zone)`.
  public static ZonedDateTime zonedDateTime(ZoneId zone) {
    return ZonedDateTime.now(clock(zone));
  }

  /// For `OffsetDateTime.now()`.
  public static OffsetDateTime offsetDateTime() {
    return OffsetDateTime.now(clock());
  }

  /// For `OffsetDateTime.now(zone)`.
  public static OffsetDateTime offsetDateTime(ZoneId zone) {
    return OffsetDateTime.now(clock(zone));
  }

  /// For `OffsetTime.now()`.
  public static OffsetTime offsetTime() {
    return OffsetTime.now(clock());
  }

  /// For `OffsetTime.now(zone)`.
  public static OffsetTime offsetTime(ZoneId zone) {
    return OffsetTime.now(clock(zone));
  }

  /// For `Year.now()`.
  public static Year year() {
    return Year.now(clock());
  }

  /// For `Year.now(zone)`.
  public static Year year(ZoneId zone) {
    return Year.now(clock(zone));
  }

  /// For `YearMonth.now()`.
  public static YearMonth yearMonth() {
    return YearMonth.now(clock());
  }

  /// For `YearMonth.now(zone)`.
  public static YearMonth yearMonth(ZoneId zone) {
    return YearMonth.now(clock(zone));
  }

  /// For `MonthDay.now()`.
  public static MonthDay monthDay() {
    return MonthDay.now(clock());
  }

  /// For `MonthDay.now(zone)`.
  public static MonthDay monthDay(ZoneId zone) {
    return MonthDay.now(clock(zone));
  }

  /// For `Clock.systemUTC()`, `Clock.systemDefaultZone()` and `InstantSource.system()`.
  public static Clock clock() {
    return new SeamClock(ZoneOffset.UTC);
  }

  /// For `Clock.system(zone)`.
  public static Clock clock(ZoneId zone) {
    return new SeamClock(zone);
  }

  /// For `Clock.tickMillis(zone)`.
  public static Clock tickMillis(ZoneId zone) {
    return Clock.tick(clock(zone), Duration.ofMillis(1));
  }

  /// For `Clock.tickSeconds(zone)`.
  public static Clock tickSeconds(ZoneId zone) {
    return Clock.tick(clock(zone), Duration.ofSeconds(1));
  }

  /// For `Clock.tickMinutes(zone)`.
  public static Clock tickMinutes(ZoneId zone) {
    return Clock.tick(clock(zone), Duration.ofMinutes(1));
  }

  /// For `Thread.sleep(millis)`.
  public static void sleep(long millis) {
    sleep(Duration.ofMillis(notNegative(millis)));
  }

  /// For `Thread.sleep(millis, nanos)`.
  public static void sleep(long millis, int nanos) {
    sleep(Duration.ofMillis(notNegative(millis)).plusNanos(notNegative(nanos)));
  }

  /// For `Thread.sleep(duration)`.
  public static void sleep(Duration time) {
    Seam.current().sleep(time);
  }

  /// For `TimeUnit.sleep(time)`.
  public static void sleep(TimeUnit unit, long time) {
    if (time > 0) {
      sleep(Duration.of(time, unit.toChronoUnit()));
    }
  }

  /// For `Math.random()`: the 53 high bits of 64 random ones, as a fraction.
  public static double random() {
    return (Seam.current().randomLong() >>> 11) * 0x1.0p-53;
  }

  /// The seed of a generator that is made without one: `new Random()`, `new SplittableRandom()`.
  public static long seed() {
    return Seam.current().randomLong();
  }

  /// For `ThreadLocalRandom.current()`: every call is a fresh generator with a recorded seed.
  public static Random current() {
    return new Random(seed());
  }

  /// For `UUID.randomUUID()`.
  public static UUID randomUUID() {
    return Seam.current().uuid();
  }

  /// For `Collections.shuffle(list)`.
  public static void shuffle(List<?> list) {
    Collections.shuffle(list, current());
  }

  private static long notNegative(long time) {
    if (time < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    return time;
  }

  private static final class SeamClock extends Clock {
    private final ZoneId zone;

    SeamClock(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new SeamClock(other);
    }

    @Override
    public Instant instant() {
      return Seam.current().now();
    }
  }
}
