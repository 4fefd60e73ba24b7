package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeText;
import java.util.List;

/// The diagnostics of the phase `wat.check`.
final class Faults {
  private Faults() {}

  static Diagnostic mismatch(
      String callee, String param, Type expected, Type got, Span span, List<Remedy> remedies) {
    var wanted = TypeText.of(expected);
    var given = TypeText.of(got);
    return Diagnostic.of(
        Kind.CHECK_TYPE_MISMATCH,
        span,
        named(callee) + " " + param + ": expected " + wanted + ", got " + given,
        named(callee),
        param,
        wanted,
        given,
        remedies);
  }

  static Diagnostic mismatch(String callee, String param, String expected, Type got, Span span) {
    var given = TypeText.of(got);
    return Diagnostic.of(
        Kind.CHECK_TYPE_MISMATCH,
        span,
        named(callee) + " " + param + ": expected " + expected + ", got " + given,
        named(callee),
        param,
        expected,
        given,
        List.of());
  }

  /// A pattern that no value of what it is matched with can fit.
  static Diagnostic pattern(String arm, Type matched, Type pattern, Span span) {
    var wanted = TypeText.of(matched);
    var given = TypeText.of(pattern);
    return Diagnostic.of(
        Kind.CHECK_TYPE_MISMATCH,
        span,
        "%s %s: its pattern is matched with %s, and is of %s"
            .formatted(named(Matches.MATCH), arm, wanted, given),
        named(Matches.MATCH),
        arm,
        wanted,
        given,
        List.of());
  }

  static Diagnostic result(String function, Type expected, Type got, Span span) {
    var wanted = TypeText.of(expected);
    var given = TypeText.of(got);
    return Diagnostic.of(
        Kind.CHECK_RETURN_TYPE_MISMATCH,
        span,
        ":" + function + " is declared to give " + wanted + ", and its body gives " + given,
        ":" + function,
        wanted,
        given,
        List.of());
  }

  static Diagnostic arity(String callee, long expected, long got, Span span) {
    return Diagnostic.of(
        Kind.CHECK_ARITY_MISMATCH,
        span,
        "%s takes %d %s and got %d"
            .formatted(named(callee), expected, expected == 1 ? "argument" : "arguments", got),
        named(callee),
        expected,
        got);
  }

  /// What is given by keywords, each with its value.
  ///
  /// @param reason what is missing, or wrong
  static Diagnostic pairs(String callee, long names, long got, String reason, Span span) {
    return Diagnostic.of(
        Kind.CHECK_ARITY_MISMATCH,
        span,
        "%s takes %d %s, each with its value: %s"
            .formatted(named(callee), names, names == 1 ? "keyword" : "keywords", reason),
        named(callee),
        2 * names,
        got);
  }

  /// How a callee is named: a path with its colon, a value that is called as it is written.
  private static String named(String callee) {
    return callee.contains("::") && Character.isLetter(callee.codePointAt(0))
        ? ":" + callee
        : callee;
  }

  static Diagnostic arityAtLeast(String callee, long least, long got, Span span) {
    return Diagnostic.of(
        Kind.CHECK_ARITY_MISMATCH,
        span,
        "%s takes %d %s or more and got %d"
            .formatted(named(callee), least, least == 1 ? "argument" : "arguments", got),
        named(callee),
        least,
        got);
  }

  static Diagnostic form(String head, String reason, Span span) {
    return form(head, reason, span, List.of());
  }

  static Diagnostic form(String head, String reason, Span span, List<Remedy> remedies) {
    return Diagnostic.of(
        Kind.CHECK_MALFORMED_FORM, span, ":" + head + ": " + reason, ":" + head, reason, remedies);
  }

  /// @param number of the arm, from 1
  static Diagnostic unreachable(Ast arm, long number) {
    return Diagnostic.of(
        Kind.WARN_UNREACHABLE_ARM,
        arm.items().getFirst().span(),
        "arm #%d takes nothing: the arms before it take all that it would".formatted(number),
        "arm #" + number);
  }

  /// What crosses is portable.
  static Diagnostic impure(String callee, Type type, Span span) {
    return Diagnostic.of(
        Kind.CHECK_IMPURE_MESSAGE,
        span,
        ":" + callee + " takes portable values, and " + type + " is none",
        ":" + callee,
        type.toString());
  }

  static Diagnostic unknownCallee(String callee, Span span, List<Remedy> remedies) {
    return Diagnostic.of(
        Kind.CHECK_UNKNOWN_CALLEE, span, "there is no :" + callee, ":" + callee, remedies);
  }

  /// Out of a form that cannot be checked any further.
  static Refused refused(Diagnostic diagnostic) {
    return diagnostic.refused();
  }
}
