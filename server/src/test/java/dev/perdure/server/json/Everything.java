package dev.perdure.server.json;

import dev.perdure.api.Routed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A function for each type that a value may have.
public final class Everything {
  public enum Colour {
    RED,
    GREEN
  }

  public record Point(int x, double y) {}

  public record Pair<A, B>(A first, B second) {}

  public sealed interface Shape permits Circle, Square, Named {}

  public record Circle(Point centre, float radius) implements Shape {}

  public record Square(Point corner, Optional<String> label) implements Shape {}

  /// A sealed interface inside another.
  public sealed interface Named extends Shape permits Unit, Odd {}

  public enum Unit implements Named {
    UNIT_CIRCLE,
    UNIT_SQUARE
  }

  /// Components that are named as JSON's own fields are.
  public record Odd(String $type, int $value) implements Named {}

  public sealed interface Tree<T> permits Leaf, Fork {}

  public record Leaf<T>(T value) implements Tree<T> {}

  public record Fork<T>(Tree<T> left, Tree<T> right) implements Tree<T> {}

  @Routed
  public void numbers(byte b, short s, int i, long l, float f, double d) {}

  @Routed
  public void boxed(Byte b, Short s, Integer i, Long l, Float f, Double d) {}

  @Routed
  public void others(boolean b, char c, Boolean boxed, Character character, String text) {}

  @Routed
  public void large(BigInteger integer, BigDecimal decimal, UUID id, byte[] bytes) {}

  @Routed
  public void dates(
      LocalDate date, LocalTime time, LocalDateTime both, Year year, YearMonth month) {}

  @Routed
  public void moments(
      Instant instant, OffsetDateTime offset, OffsetTime time, ZonedDateTime zoned) {}

  @Routed
  public void lengths(Duration duration, Period period, MonthDay day) {}

  @Routed
  public void zones(ZoneId zone, ZoneOffset offset, DayOfWeek day, Month month) {}

  @Routed
  public void collections(
      List<Point> list,
      Set<Colour> set,
      Map<String, List<Integer>> map,
      Optional<Point> some,
      Optional<Point> none) {}

  @Routed
  public void maps(
      Map<Integer, String> integers,
      Map<Colour, Point> constants,
      Map<UUID, Instant> ids,
      Map<Point, String> records,
      Map<Boolean, Double> truths,
      Map<LocalDate, BigDecimal> dates) {}

  @Routed
  public void records(Point point, Pair<Point, List<Colour>> pair, Pair<String, Long> other) {}

  @Routed
  public void shapes(List<Shape> shapes, Tree<Point> tree) {}
}
