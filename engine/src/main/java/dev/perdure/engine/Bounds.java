package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.function.Supplier;

/// Keeps what goes into the log within its limits.
public final class Bounds {
  private static final String REMEDY = "Keep large values elsewhere and pass a reference to them";

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
        what + " take " + payload.size() + " bytes, more than " + Limits.PAYLOAD_BYTES_MAX,
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

  /// The text, cut if it is too long.
  public static String bounded(String text) {
    return text.length() <= Limits.TEXT_CHARS_MAX
        ? text
        : text.substring(0, Limits.TEXT_CHARS_MAX) + "…";
  }
}
