package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Naming;
import java.util.List;

/// The diagnostics of this package.
final class Fault {
  private Fault() {}

  /// A definition is not written as it should be.
  static Refused form(String head, String reason, Span span) {
    return Diagnostic.of(
            Kind.CHECK_MALFORMED_FORM,
            span,
            ":" + head + ": " + reason,
            ":" + head,
            reason,
            List.of())
        .refused();
  }

  /// A declaration of a type is not written as it should be.
  static Refused decl(String head, String reason, Span span) {
    return Diagnostic.of(
            Kind.TYPE_MALFORMED_DECL, span, ":" + head + ": " + reason, ":" + head, reason)
        .refused();
  }

  /// A type names a parameter that stands nowhere.
  static Refused undeclared(Ast type, String param) {
    var reason =
        "the parameter %s is declared nowhere; put it behind the name, <%s>"
            .formatted(param, param);
    return Diagnostic.of(
            Kind.TYPE_MALFORMED_TYPE_EXPR,
            type.span(),
            ":%s: %s".formatted(type.path(), reason),
            ":" + type.path(),
            reason)
        .refused();
  }

  static Refused field(String reason, Span span) {
    return Diagnostic.of(Kind.TYPE_MALFORMED_FIELD, span, "malformed field: " + reason, reason)
        .refused();
  }

  static Refused name(String raw, String reason, Span span) {
    return Diagnostic.of(
            Kind.TYPE_MALFORMED_NAME, span, raw + " is no name: " + reason, raw, reason)
        .refused();
  }

  static Refused variant(String enumeration, String offending, String reason, Span span) {
    return Diagnostic.of(
            Kind.TYPE_MALFORMED_VARIANT,
            span,
            "malformed variant of :" + enumeration + ": " + reason,
            ":" + enumeration,
            offending,
            reason,
            List.of())
        .refused();
  }

  /// A program may not declare the name.
  static Refused naming(Naming.Fault fault, String path, boolean isType, Span span) {
    var kind =
        switch (fault) {
          case RESERVED_PREFIX -> isType ? Kind.TYPE_RESERVED_PREFIX : Kind.CHECK_RESERVED_PREFIX;
          case UNNAMESPACED_NAME ->
              isType ? Kind.TYPE_UNNAMESPACED_NAME : Kind.CHECK_UNNAMESPACED_NAME;
          case DOTTED_NAME -> isType ? Kind.TYPE_DOTTED_NAME : Kind.CHECK_DOTTED_NAME;
        };
    return Diagnostic.of(kind, span, Naming.sentence(fault, path), ":" + path).refused();
  }
}
