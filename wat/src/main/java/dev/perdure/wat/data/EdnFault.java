package dev.perdure.wat.data;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/// A text is no EDN, or not what was expected; or a value has no such text. Nothing has changed.
public final class EdnFault extends RuntimeException {
  private final transient Reason reason;

  private EdnFault(Reason reason) {
    super(text(reason), null, false, false);
    this.reason = reason;
  }

  /// What is wrong.
  public sealed interface Reason {
    /// The text is no EDN.
    ///
    /// @param reason one sentence
    /// @param offset where, in UTF-16 units from the start of the text
    /// @param isIncomplete whether it ends inside a value, so that more text could mend it
    record Malformed(String reason, int offset, boolean isIncomplete) implements Reason {}

    /// The text is EDN, and something in it is not of the expected type.
    ///
    /// @param expected the type, with its colon; or what else was expected
    /// @param got what is there
    /// @param path the way to it, such as `.lines[2].price`; empty if it is the whole
    record Mismatch(String expected, String got, String path) implements Reason {}
  }

  static EdnFault malformed(String reason, int offset) {
    return new EdnFault(new Reason.Malformed(reason, offset, false));
  }

  static EdnFault incomplete(String reason, int offset) {
    return new EdnFault(new Reason.Malformed(reason, offset, true));
  }

  /// Something is not of the expected type.
  public static EdnFault mismatch(String expected, String got) {
    return new EdnFault(new Reason.Mismatch(expected, got, ""));
  }

  /// The same, at the end of a longer path.
  public EdnFault under(String step) {
    return reason instanceof Reason.Mismatch(String expected, String got, String path)
        ? new EdnFault(new Reason.Mismatch(expected, got, step + path))
        : this;
  }

  private static String text(Reason reason) {
    return switch (reason) {
      case Reason.Malformed(String what, int offset, _) -> what + " (at offset " + offset + ")";
      case Reason.Mismatch(String expected, String got, String path) ->
          "expected " + expected + ", got " + got + (path.isEmpty() ? "" : " at " + path);
    };
  }

  /// What is wrong, as data.
  public Reason reason() {
    return reason;
  }

  /// Whether the text ends inside a value, so that more text could mend it.
  public boolean isIncomplete() {
    return reason instanceof Reason.Malformed malformed && malformed.isIncomplete();
  }

  /// What a program is told.
  ///
  /// @param op the operation that failed, such as `:wat::edn::read`
  /// @param span where it stands in the program
  public Diagnostic diagnostic(String op, @Nullable Span span) {
    var message = op + ": " + getMessage();
    return switch (reason) {
      case Reason.Malformed(String what, _, _) ->
          Diagnostic.of(Kind.RUNTIME_MALFORMED_FORM, span, message, op, what);
      case Reason.Mismatch(String expected, String got, String path) ->
          Diagnostic.of(Kind.RUNTIME_EDN_COERCE_MISMATCH, span, message, op, expected, got, path);
    };
  }
}
