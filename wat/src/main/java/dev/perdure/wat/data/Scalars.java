package dev.perdure.wat.data;

import dev.perdure.wat.type.Basic;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the values of the types that hold no others.
final class Scalars {
  private static final long U8_MAX = 255;

  private Scalars() {}

  /// Whether the type of this path is one of them.
  static boolean isScalar(String path) {
    return switch (path) {
      case "wat::core::nil",
          "wat::core::never",
          "wat::core::bool",
          "wat::core::i64",
          "wat::core::u8",
          "wat::core::f64",
          "wat::core::String",
          "wat::core::keyword",
          "wat::core::char",
          "wat::core::bigint",
          "wat::core::rational",
          "wat::core::Uuid",
          "wat::time::Instant",
          "wat::time::Duration" ->
          true;
      default -> false;
    };
  }

  /// The value of the scalar type of this path; null if it is none of that type.
  static @Nullable Object read(Edn.Body body, String path, Source source) {
    return switch (path) {
      case "wat::core::nil" -> body instanceof Edn.Nil ? Nothing.NIL : null;
      case "wat::core::bool" -> body instanceof Edn.Bool(boolean b) ? (Object) b : null;
      case "wat::core::i64" -> body instanceof Edn.Int(long n) ? (Object) n : null;
      case "wat::core::u8" ->
          body instanceof Edn.Int(long n) && n >= 0 && n <= U8_MAX ? (Object) n : null;
      case "wat::core::f64" -> real(body);
      case "wat::core::String" -> string(body, source);
      case "wat::core::keyword" -> keyword(body);
      case "wat::core::char" -> body instanceof Edn.Char(char c) ? (Object) c : null;
      case "wat::core::bigint" -> body instanceof Edn.BigInt(var n) ? n : null;
      case "wat::core::rational" -> rational(body);
      case "wat::core::Uuid" -> body instanceof Edn.Tagged tagged ? uuid(tagged) : null;
      case "wat::time::Instant" -> body instanceof Edn.Tagged tagged ? instant(tagged) : null;
      case "wat::time::Duration" -> body instanceof Edn.Int(long n) ? Duration.ofNanos(n) : null;
      default -> null;
    };
  }

  /// Arithmetic on rationals gives whole numbers too, which are written and held as bigints.
  private static @Nullable Object rational(Edn.Body body) {
    return switch (body) {
      case Edn.Rational(var ratio) -> ratio;
      case Edn.BigInt(var whole) -> whole;
      default -> null;
    };
  }

  private static @Nullable Object string(Edn.Body body, Source source) {
    return switch (body) {
      case Edn.Str(String s) -> s;
      case Edn.Key(String text) when source == Source.JSON -> ":" + text;
      default -> null;
    };
  }

  private static @Nullable Object real(Edn.Body body) {
    return switch (body) {
      case Edn.Real(double d) -> d;
      case Edn.Tagged tagged -> special(tagged);
      default -> null;
    };
  }

  private static @Nullable Double special(Edn.Tagged tagged) {
    if (!(tagged.value().body() instanceof Edn.Vec(var items)) || !items.isEmpty()) {
      return null;
    }
    return switch (tagged.tag()) {
      case Tags.NAN -> Double.NaN;
      case Tags.INFINITE -> Double.POSITIVE_INFINITY;
      case Tags.MINUS_INFINITE -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  private static @Nullable Object keyword(Edn.Body body) {
    return switch (body) {
      case Edn.Key(String text) -> new Keyword(Names.path(text));
      case Edn.Tagged(String tag, Edn(Edn.Str(String path), _, _)) when tag.equals(Tags.KEYWORD) ->
          new Keyword(path);
      default -> null;
    };
  }

  private static @Nullable Object uuid(Edn.Tagged tagged) {
    if (!tagged.tag().equals(Tags.UUID)
        || !(tagged.value().body() instanceof Edn.Str(String text))) {
      return null;
    }
    try {
      var uuid = UUID.fromString(text);
      return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static @Nullable Object instant(Edn.Tagged tagged) {
    if (!tagged.tag().equals(Tags.INST)
        || !(tagged.value().body() instanceof Edn.Str(String text))) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// The type that a tag of the language itself says its value has; null if it is no such tag.
  static @Nullable String typeOfTag(String tag) {
    return switch (tag) {
      case Tags.NAN, Tags.INFINITE, Tags.MINUS_INFINITE -> Basic.F64.name();
      case Tags.KEYWORD -> Basic.KEYWORD.name();
      case Tags.UUID -> "wat::core::Uuid";
      case Tags.INST -> "wat::time::Instant";
      default -> null;
    };
  }
}
