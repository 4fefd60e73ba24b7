package dev.perdure.wat.library;

import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.run.Raise;
import org.jspecify.annotations.Nullable;

/// What unwinds a thread (W15.5), and what does so unless a value is there (W7).
// Called by name only: a call that a compiler could refuse does not exist.
@SuppressWarnings("DoNotCallSuggester")
public final class Raises {
  private Raises() {}

  /// `(Option/expect o message)`.
  public static Object expectSome(Variant option, String message) {
    if (!option.isSome()) {
      throw Raise.assertion(message);
    }
    return option.field(0);
  }

  /// `(Result/expect r message)`; the error is what was there instead.
  public static Object expectOk(Variant result, String message) {
    if (!result.isOk()) {
      throw Raise.assertion(message, Show.of(result.field(0)), null).reporting(result.field(0));
    }
    return result.field(0);
  }

  /// `(assertion-failed! message actual expected)`.
  public static void assertion(String message, Variant actual, Variant expected) {
    throw Raise.assertion(message, text(actual), text(expected));
  }

  private static @Nullable String text(Variant option) {
    return option.isSome() ? (String) option.field(0) : null;
  }

  /// `(raise! error)`: a panic with the message of the error.
  public static void error(Aggregate error) {
    var message = error.field("message") instanceof String text ? text : Show.of(error);
    throw Raise.assertion(message, Show.of(error), null).reporting(error);
  }
}
