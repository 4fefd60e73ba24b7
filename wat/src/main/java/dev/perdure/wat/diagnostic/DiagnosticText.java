package dev.perdure.wat.diagnostic;

import dev.perdure.value.Span;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Diagnostics as text, for people and for tools.
public final class DiagnosticText {
  private DiagnosticText() {}

  /// For people: the message, the place with its lines, what would mend it, and what caused it.
  /// Ends with a line feed.
  ///
  /// ```
  /// error[wat.parse/UnclosedParen]: the ( is not closed
  ///   --> shop.wat:3:1
  ///    |
  ///  3 | (:acme::total
  ///    | ^
  /// ```
  ///
  /// @param sources the text of a source by its name; null if it is not at hand
  public static String people(Diagnostic diagnostic, Function<String, @Nullable String> sources) {
    return new PeopleText(sources).of(diagnostic);
  }

  /// The report of a diagnostic in EDN (W5.3), on one line without line feed:
  /// `#wat.check/TypeMismatch {:message … :location … :causes […] …}`. The causes are the
  /// diagnostics among its fields, then [Diagnostic#causes()], each a report; the kind's own fields
  /// follow, with diagnostics as bare values. A field of the name `message` takes the place of the
  /// message.
  public static String edn(Diagnostic diagnostic) {
    return new ReportText(new EdnNotation()).report(diagnostic);
  }

  /// A diagnostic as a bare value in EDN (W5.3): the kind's own fields, then `:span` if it has one.
  public static String bareEdn(Diagnostic diagnostic) {
    return new ReportText(new EdnNotation()).bare(diagnostic);
  }

  /// The same report as a JSON object on one line, with the kind as
  /// `"kind":"wat.check/TypeMismatch"` and null for a place that is not known.
  public static String json(Diagnostic diagnostic) {
    return new ReportText(new JsonNotation()).report(diagnostic);
  }

  /// A place in EDN.
  public static String edn(Span span) {
    return new ReportText(new EdnNotation()).place(span);
  }
}
