package dev.perdure.engine;

import dev.perdure.value.Problem;
import dev.perdure.value.ValueCode;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps what goes into the log within its limits.
public final class Bounds {
  private static final String REMEDY = "Keep large values elsewhere and pass a reference to them";

  private static final int UTF8_BYTES_A_CHAR_MAX = 3;

  private Bounds() {}

  /// Refuses arguments that are too large. Their size depends on the code only, so a replay refuses
  /// the same.
  ///
  /// @param what for the problem, such as `the arguments of handleRequest`
  /// @throws dev.perdure.value.PerdureException `VALUE_TOO_LARGE`
  public static void check(Payload arguments, String what) {
    if (arguments.size() > Limits.PAYLOAD_BYTES_MAX) {
      throw tooLarge(arguments, what).exception();
    }
  }

  private static Problem tooLarge(Payload payload, String what) {
    return Problem.of(
        EngineCode.VALUE_TOO_LARGE,
        what + " would take " + payload.size() + " bytes, more than " + Limits.PAYLOAD_BYTES_MAX,
        REMEDY);
  }

  /// Checks the effect's arguments.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_TOO_LARGE`
  static void check(Effect effect) {
    if (effect instanceof Effect.Perform p) {
      check(p.arguments(), "the arguments of " + p.name() + "/" + p.method());
    } else if (effect instanceof Effect.StartTask s) {
      check(s.arguments(), "the arguments of " + s.function());
    }
  }

  /// The outcome, or that it is too large.
  ///
  /// @param what for the failure, such as `the result of handleRequest`
  public static Outcome bounded(Outcome outcome, Supplier<String> what) {
    if (outcome instanceof Outcome.Returned r && r.value().size() > Limits.PAYLOAD_BYTES_MAX) {
      var problem = tooLarge(r.value(), what.get());
      return new Outcome.Threw(Failure.of("dev.perdure.value.PerdureException", problem.text()));
    }
    return outcome;
  }

  /// The text, cut if it is too long. What is no text, half of a surrogate pair, is replaced: the
  /// log does not take it.
  static String bounded(String text, int charsMax) {
    return wellFormed(
        text.length() <= charsMax ? text : text.substring(0, end(text, charsMax)) + "…");
  }

  /// Where to cut so that no surrogate pair is cut in half.
  private static int end(String text, int charsMax) {
    return Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
  }

  private static String wellFormed(String text) {
    return isWellFormed(text)
        ? text
        : text.codePoints()
            .map(c -> isHalf(c) ? REPLACEMENT : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().noneMatch(Bounds::isHalf);
      }
    }
    return true;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static final int REPLACEMENT = 0xFFFD;

  /// Refuses options that say too much, or what is no text.
  ///
  /// @throws dev.perdure.value.PerdureException `VALUE_TOO_LARGE`, `VALUE_INVALID`
  public static void check(StartOptions options) {
    checkText(options.traceparent());
    checkText(options.key());
    checkText(options.queueing().key());
    var debounce = options.queueing().debounce();
    checkText(debounce == null ? null : debounce.key());
    options
        .attributes()
        .forEach((name, value) -> {
          checkText(name);
          checkText(value);
        });
    long chars = options.traceparent().length();
    chars += options.queueing().key().length();
    chars += debounce == null ? 0 : debounce.key().length();
    chars += options.key() == null ? 0 : options.key().length();
    for (var attribute : options.attributes().entrySet()) {
      chars += attribute.getKey().length() + attribute.getValue().length();
    }
    if (chars > Limits.OPTIONS_CHARS_MAX) {
      throw Problem.of(
              EngineCode.VALUE_TOO_LARGE,
              "the keys, the attributes and the trace id of a task would take "
                  + chars
                  + " characters, more than "
                  + Limits.OPTIONS_CHARS_MAX,
              "Pass large values as arguments")
          .exception();
    }
  }

  /// Refuses a policy by attribute that says nothing, or too much.
  ///
  /// @param values of the attribute, each of which has a version of its own
  /// @throws dev.perdure.value.PerdureException `BAD_ROUTE`
  static void checkCases(String attribute, Set<String> values) {
    if (attribute.isEmpty() || values.isEmpty() || values.size() > Limits.ROUTE_CASES_MAX) {
      throw Problem.of(
              EngineCode.BAD_ROUTE,
              "a route by the attribute "
                  + (attribute.isEmpty() ? "without a name" : attribute)
                  + " has "
                  + values.size()
                  + " values",
              "Name the attribute, and from 1 to " + Limits.ROUTE_CASES_MAX + " of its values")
          .exception();
    }
    checkText(attribute);
    values.forEach(Bounds::checkText);
  }

  private static void checkText(@Nullable String text) {
    if (text != null && !isWellFormed(text)) {
      throw Problem.of(
              ValueCode.VALUE_INVALID,
              "a key, an attribute or the trace id has half of a surrogate pair",
              "Pass whole characters; nothing was started")
          .exception();
    }
  }

  /// How many bytes an outcome takes in the log; more rather than less.
  static long bytes(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r -> r.value().size();
      case Outcome.Threw t -> bytes(t.failure());
      case Outcome.Cancelled c -> bytes(c.why());
    };
  }

  private static long bytes(Failure failure) {
    var data = failure.data();
    var cause = failure.cause();
    return bytes(failure.type())
        + bytes(failure.message())
        + (data == null ? 0 : data.size())
        + failure.trace().stream().mapToLong(Bounds::bytes).sum()
        + (cause == null ? 0 : bytes(cause));
  }

  private static long bytes(String text) {
    return (long) UTF8_BYTES_A_CHAR_MAX * text.length();
  }
}
