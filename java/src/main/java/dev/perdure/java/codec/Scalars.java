package dev.perdure.java.codec;

import dev.perdure.api.Keyword;
import dev.perdure.value.BigInt;
import dev.perdure.value.Bool;
import dev.perdure.value.Bytes;
import dev.perdure.value.Char;
import dev.perdure.value.Decimal;
import dev.perdure.value.Inst;
import dev.perdure.value.Int;
import dev.perdure.value.Nil;
import dev.perdure.value.Real;
import dev.perdure.value.Str;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The codecs of types without parts.
final class Scalars {
  private static final Map<Class<?>, PartCodec> CODECS = new HashMap<>();

  private Scalars() {}

  /// The codec; null if the type is not one of these.
  static @Nullable PartCodec codec(Class<?> type) {
    return CODECS.get(type);
  }

  static {
    put(void.class, false, Object.class, o -> Nil.NIL, v -> null);
    put(Void.class, true, Object.class, o -> Nil.NIL, v -> null);
    both(
        boolean.class,
        Boolean.class,
        b -> Bool.of(b),
        v -> v instanceof Bool b ? b.value() : fail("a boolean", v));
    both(char.class, Character.class, c -> new Char(c), Scalars::character);
    both(long.class, Long.class, Int::of, v -> integer(v, Long.MIN_VALUE, Long.MAX_VALUE, n -> n));
    both(
        int.class,
        Integer.class,
        n -> Int.of(n),
        v -> integer(v, Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n));
    both(
        short.class,
        Short.class,
        n -> Int.of(n),
        v -> integer(v, Short.MIN_VALUE, Short.MAX_VALUE, n -> (short) n));
    both(
        byte.class,
        Byte.class,
        n -> Int.of(n),
        v -> integer(v, Byte.MIN_VALUE, Byte.MAX_VALUE, n -> (byte) n));
    both(double.class, Double.class, Real::new, Scalars::real);
    both(float.class, Float.class, f -> new Real(f), v -> (float) real(v));
    put(
        String.class,
        true,
        String.class,
        Str::new,
        v -> v instanceof Str s ? s.value() : fail("a string", v));
    put(
        Keyword.class,
        true,
        Keyword.class,
        k -> dev.perdure.value.Keyword.of(k.name()),
        v ->
            v instanceof dev.perdure.value.Keyword k
                ? new Keyword(k.toString().substring(1))
                : fail("a keyword", v));
    put(
        UUID.class,
        true,
        UUID.class,
        Uuid::new,
        v -> v instanceof Uuid u ? u.value() : fail("a UUID", v));
    put(
        Instant.class,
        true,
        Instant.class,
        Inst::new,
        v -> v instanceof Inst i ? i.value() : fail("an instant", v));
    put(
        byte[].class,
        true,
        byte[].class,
        Bytes::of,
        v -> v instanceof Bytes b ? b.toByteArray() : fail("bytes", v));
    put(BigInteger.class, true, BigInteger.class, BigInt::new, Scalars::bigInteger);
    put(BigDecimal.class, true, BigDecimal.class, Decimal::new, Scalars::bigDecimal);
    time(Duration.class, Duration::parse);
    time(Period.class, Period::parse);
    time(LocalDate.class, LocalDate::parse);
    time(LocalTime.class, LocalTime::parse);
    time(LocalDateTime.class, LocalDateTime::parse);
    time(MonthDay.class, MonthDay::parse);
    time(OffsetDateTime.class, OffsetDateTime::parse);
    time(OffsetTime.class, OffsetTime::parse);
    time(ZonedDateTime.class, ZonedDateTime::parse);
    time(ZoneId.class, ZoneId::of);
    time(ZoneOffset.class, ZoneOffset::of);
    time(Year.class, Year::parse);
    time(YearMonth.class, YearMonth::parse);
  }

  private static <T> void both(
      Class<?> primitive,
      Class<T> boxed,
      Function<T, Value> to,
      Function<Value, @Nullable Object> from) {
    put(primitive, false, boxed, to, from);
    put(boxed, true, boxed, to, from);
  }

  private static <T> void put(
      Class<?> type,
      boolean nullable,
      Class<T> boxed,
      Function<T, Value> to,
      Function<Value, @Nullable Object> from) {
    CODECS.put(type, new Scalar<>(type.getTypeName(), nullable, boxed, to, from));
  }

  private static <T> void time(Class<T> type, Function<String, T> parse) {
    var tag = Symbol.of("time", type.getSimpleName());
    put(
        type,
        true,
        type,
        t -> new Tagged(tag, new Str(t.toString())),
        v ->
            v instanceof Tagged t && t.tag().equals(tag) && t.value() instanceof Str s
                ? parsed(parse, s, tag)
                : fail("#" + tag, v));
  }

  private static Object parsed(Function<String, ?> parse, Str text, Symbol tag) {
    try {
      return parse.apply(text.value());
    } catch (DateTimeException e) {
      throw new Mismatch("#" + tag + " (" + e.getMessage() + ")", text);
    }
  }

  private static Object character(Value v) {
    if (v instanceof Char c && Character.isBmpCodePoint(c.codePoint())) {
      return (char) c.codePoint();
    }
    throw new Mismatch("a character of 16 bits", v);
  }

  private static Object integer(Value v, long min, long max, LongFunction<Object> narrow) {
    if (v instanceof Int i && i.value() >= min && i.value() <= max) {
      return narrow.apply(i.value());
    }
    throw new Mismatch("an integer from " + min + " to " + max, v);
  }

  private static double real(Value v) {
    return switch (v) {
      case Real r -> r.value();
      case Int i -> i.value();
      default -> throw new Mismatch("a real number", v);
    };
  }

  private static Object bigInteger(Value v) {
    return switch (v) {
      case BigInt b -> b.value();
      case Int i -> BigInteger.valueOf(i.value());
      default -> throw new Mismatch("a big integer", v);
    };
  }

  private static Object bigDecimal(Value v) {
    return switch (v) {
      case Decimal d -> d.value();
      case Int i -> BigDecimal.valueOf(i.value());
      default -> throw new Mismatch("a decimal", v);
    };
  }

  private static Object fail(String expected, Value found) {
    throw new Mismatch(expected, found);
  }

  private record Scalar<T>(
      String name,
      boolean nullable,
      Class<T> boxed,
      Function<T, Value> to,
      Function<Value, @Nullable Object> from)
      implements PartCodec {
    @Override
    public Value toValue(@Nullable Object object, int depth) {
      if (object == null) {
        return Nil.NIL;
      }
      if (!boxed.isInstance(object)) {
        throw new Mismatch(name, object);
      }
      return to.apply(boxed.cast(object));
    }

    @Override
    public @Nullable Object fromValue(Value value, int depth) {
      return nullable && value instanceof Nil ? null : from.apply(value);
    }

    @Override
    public boolean mayRead(Value value) {
      try {
        fromValue(value, 0);
        return true;
      } catch (Mismatch m) {
        return false;
      }
    }
  }
}
