package dev.perdure.server.json;

import dev.perdure.value.BigInt;
import dev.perdure.value.Bool;
import dev.perdure.value.Bytes;
import dev.perdure.value.Char;
import dev.perdure.value.Decimal;
import dev.perdure.value.Inst;
import dev.perdure.value.Int;
import dev.perdure.value.Keyword;
import dev.perdure.value.Limits;
import dev.perdure.value.Real;
import dev.perdure.value.Str;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// How types without parts are written in JSON.
final class JsonScalars {
  private static final Map<String, Function<JsonTree, Value>> READERS = new HashMap<>();
  private static final int DIGITS_MAX = Limits.OUTSIDE.digitsMax();
  private static final int UUID_CHARS = 36;

  private JsonScalars() {}

  static {
    READERS.put("java.lang.String", json -> new Str(text(json, "a string")));
    both("boolean", "java.lang.Boolean", JsonScalars::truth);
    both("char", "java.lang.Character", JsonScalars::character);
    both("byte", "java.lang.Byte", json -> integer(json, Byte.MIN_VALUE, Byte.MAX_VALUE));
    both("short", "java.lang.Short", json -> integer(json, Short.MIN_VALUE, Short.MAX_VALUE));
    both("int", "java.lang.Integer", json -> integer(json, Integer.MIN_VALUE, Integer.MAX_VALUE));
    both("long", "java.lang.Long", json -> integer(json, Long.MIN_VALUE, Long.MAX_VALUE));
    both("float", "java.lang.Float", JsonScalars::real);
    both("double", "java.lang.Double", JsonScalars::real);
    READERS.put("java.math.BigInteger", json -> new BigInt(whole(json, "an integer of any size")));
    READERS.put("java.math.BigDecimal", JsonScalars::decimal);
    READERS.put("java.util.UUID", JsonScalars::uuid);
    READERS.put("java.time.Instant", JsonScalars::instant);
    for (var constant : new String[] {"DayOfWeek", "Month"}) {
      READERS.put("java.time." + constant, JsonScalars::constant);
    }
    for (var time :
        new String[] {
          "Duration",
          "Period",
          "LocalDate",
          "LocalTime",
          "LocalDateTime",
          "MonthDay",
          "OffsetDateTime",
          "OffsetTime",
          "ZonedDateTime",
          "ZoneId",
          "ZoneOffset",
          "Year",
          "YearMonth"
        }) {
      var tag = Symbol.of(Json.TIME, time);
      READERS.put(
          "java.time." + time,
          json -> new Tagged(tag, new Str(text(json, "a string with a " + time))));
    }
  }

  private static void both(String primitive, String boxed, Function<JsonTree, Value> reader) {
    READERS.put(primitive, reader);
    READERS.put(boxed, reader);
  }

  /// Whether a type is one of these.
  static boolean knows(String type) {
    return READERS.containsKey(type);
  }

  /// Reads what is not null.
  static Value read(JsonTree json, String type) {
    var reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalArgumentException("no type without parts: " + type);
    }
    return reader.apply(json);
  }

  private static String text(JsonTree json, String expected) {
    if (json instanceof JsonTree.Text text) {
      return text.value();
    }
    throw new JsonMismatch(expected, json);
  }

  private static Value truth(JsonTree json) {
    if (json instanceof JsonTree.Truth truth) {
      return Bool.of(truth.value());
    }
    throw new JsonMismatch("true or false", json);
  }

  private static Value character(JsonTree json) {
    var text = text(json, "a string of one character");
    if (text.codePointCount(0, text.length()) != 1) {
      throw new JsonMismatch("a string of one character", json);
    }
    return new Char(text.codePointAt(0));
  }

  /// The digits of a number, which may stand as a string.
  private static String digits(JsonTree json, String expected) {
    var digits =
        switch (json) {
          case JsonTree.Numeral number -> number.text();
          case JsonTree.Text text -> text.value();
          default -> throw new JsonMismatch(expected, json);
        };
    if (digits.length() > DIGITS_MAX) {
      throw new JsonMismatch("at most " + DIGITS_MAX + " digits", json);
    }
    return digits;
  }

  private static BigInteger whole(JsonTree json, String expected) {
    try {
      return new BigInteger(digits(json, expected));
    } catch (NumberFormatException _) {
      throw new JsonMismatch(expected, json);
    }
  }

  private static Value integer(JsonTree json, long min, long max) {
    var expected = "an integer from " + min + " to " + max;
    var number = whole(json, expected);
    if (number.bitLength() >= Long.SIZE || number.longValue() < min || number.longValue() > max) {
      throw new JsonMismatch(expected, json);
    }
    return Int.of(number.longValue());
  }

  private static Value real(JsonTree json) {
    return switch (json) {
      case JsonTree.Numeral number -> new Real(Double.parseDouble(number.text()));
      case JsonTree.Text text -> new Real(named(text));
      default -> throw new JsonMismatch("a number", json);
    };
  }

  /// What has no number in JSON, and the numbers that stand as the names of fields.
  private static double named(JsonTree.Text text) {
    try {
      return Double.parseDouble(text.value());
    } catch (NumberFormatException _) {
      throw new JsonMismatch("a number, \"NaN\", \"Infinity\" or \"-Infinity\"", text);
    }
  }

  private static Value decimal(JsonTree json) {
    try {
      return new Decimal(new BigDecimal(digits(json, "a decimal number")));
    } catch (NumberFormatException _) {
      throw new JsonMismatch("a decimal number", json);
    }
  }

  private static Value uuid(JsonTree json) {
    var text = text(json, "a string with a UUID");
    try {
      if (text.length() == UUID_CHARS) {
        return new Uuid(UUID.fromString(text));
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw new JsonMismatch("a string with a UUID", json);
  }

  private static Value instant(JsonTree json) {
    try {
      return new Inst(
          Instant.parse(text(json, "a string with a time such as 2026-01-31T08:30:00Z")));
    } catch (DateTimeException _) {
      throw new JsonMismatch("a time such as 2026-01-31T08:30:00Z", json);
    }
  }

  private static Value constant(JsonTree json) {
    var text = text(json, "a string with a name");
    if (text.matches("[A-Z]+")) {
      return Keyword.of(text);
    }
    throw new JsonMismatch("a name such as MONDAY or JANUARY", json);
  }

  static Value bytes(JsonTree json) {
    if (json instanceof JsonTree.Null) {
      return dev.perdure.value.Nil.NIL;
    }
    try {
      return Bytes.of(Base64.getDecoder().decode(text(json, "a string in base64")));
    } catch (IllegalArgumentException _) {
      throw new JsonMismatch("a string in base64", json);
    }
  }
}
