package dev.perdure.wat.run;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/// Unwinds a whole thread of wat: nothing in the language catches it.
public final class Raise extends RuntimeException {
  private final transient Diagnostic diagnostic;
  private final transient @Nullable Object reported;

  /// Of this diagnostic, of the phase `wat.runtime`.
  public Raise(Diagnostic diagnostic) {
    this(diagnostic, null);
  }

  private Raise(Diagnostic diagnostic, @Nullable Object reported) {
    super(diagnostic.kind().tag() + ": " + diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
    this.reported = reported;
  }

  /// The same, reporting a value that says more.
  public Raise reporting(Object value) {
    return new Raise(diagnostic, value);
  }

  /// The value that it reports, such as the error that an `expect` has met; null if there is none.
  public @Nullable Object reported() {
    return reported;
  }

  /// What happened.
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  /// Whether it is a panic rather than a runtime error (W5.2).
  public boolean isPanic() {
    return diagnostic.kind() == Kind.RUNTIME_ASSERTION_FAILED;
  }

  /// The same, with the place where it happened if it has none yet.
  public Raise at(Span span) {
    return diagnostic.span() != null
        ? this
        : new Raise(
            new Diagnostic(
                diagnostic.kind(),
                diagnostic.message(),
                span,
                diagnostic.fields(),
                diagnostic.causes()),
            reported);
  }

  /// A raise whose place is where it is caught first.
  public static Raise of(Kind kind, String message, Object... fields) {
    return new Raise(Diagnostic.of(kind, null, message, fields));
  }

  /// A failed assertion without actual and expected.
  public static Raise assertion(String message) {
    return assertion(message, null, null);
  }

  /// A failed assertion; what is null is not said.
  public static Raise assertion(
      String message, @Nullable String actual, @Nullable String expected) {
    return of(
        Kind.RUNTIME_ASSERTION_FAILED,
        message,
        message,
        actual == null ? "" : actual,
        expected == null ? "" : expected);
  }

  /// A value of another type than was needed.
  public static Raise mismatch(String op, String expected, String got) {
    return of(
        Kind.RUNTIME_TYPE_MISMATCH,
        op + ": expected " + expected + ", got " + got,
        op,
        expected,
        got);
  }
}
