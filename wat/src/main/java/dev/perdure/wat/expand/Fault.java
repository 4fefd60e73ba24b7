package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;

/// The diagnostics of this package.
final class Fault {
  private Fault() {}

  static Refused malformedMacro(Span span, String reason) {
    return Diagnostic.of(
            Kind.MACRO_MALFORMED_DEFMACRO, span, "malformed defmacro: " + reason, reason)
        .refused();
  }

  static Refused malformedTemplate(Span span, String reason) {
    return Diagnostic.of(Kind.MACRO_MALFORMED_TEMPLATE, span, reason, reason).refused();
  }

  static Refused arity(Macro macro, int got, Span span) {
    var name = ":" + macro.name();
    long least = macro.params().size();
    return macro.rest() == null
        ? Diagnostic.of(
                Kind.MACRO_ARITY_MISMATCH,
                span,
                "%s takes %s and got %d".formatted(name, arguments(least), got),
                name,
                least,
                (long) got)
            .refused()
        : Diagnostic.of(
                Kind.MACRO_ARITY_TOO_FEW,
                span,
                "%s takes %s or more and got %d".formatted(name, arguments(least), got),
                name,
                least,
                (long) got)
            .refused();
  }

  private static String arguments(long count) {
    return count + (count == 1 ? " argument" : " arguments");
  }

  static Refused unboundParameter(String name, Span span) {
    return Diagnostic.of(
            Kind.MACRO_UNBOUND_MACRO_PARAM,
            span,
            "~" + name + " is none of the macro's parameters",
            name)
        .refused();
  }

  static Refused noSequence(String name, String got, Span span) {
    return Diagnostic.of(
            Kind.MACRO_SPLICE_NOT_SEQUENCE,
            span,
            "~@ takes a list or a vector, and " + name + " is a form of kind " + got,
            name,
            got)
        .refused();
  }

  static Refused tooDeep(Span span) {
    return Diagnostic.of(
            Kind.MACRO_EXPANSION_DEPTH_EXCEEDED,
            span,
            "macros expand to each other more than " + Limits.EXPANSION_DEPTH_MAX + " times",
            (long) Limits.EXPANSION_DEPTH_MAX)
        .refused();
  }
}
