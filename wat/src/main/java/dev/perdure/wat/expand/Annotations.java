package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import java.util.Map;

/// What a macro's parameter or result is annotated with beside `:wat::WatAST`: then the argument,
/// or what the macro makes, must be a literal of that type.
final class Annotations {
  private static final Map<String, String> KINDS =
      Map.of(
          "wat::core::i64", "int",
          "wat::core::f64", "float",
          "wat::core::rational", "rational",
          "wat::core::bigint", "bigint",
          "wat::core::bool", "bool",
          "wat::core::String", "string",
          "wat::core::char", "char",
          "wat::core::nil", "nil",
          "wat::core::keyword", "keyword");

  private Annotations() {}

  static void check(Macro macro, Macro.Param param, Ast argument) {
    literal(
        param.type(),
        argument,
        argument.span(),
        "the parameter %s of :%s takes".formatted(param.symbol().name(), macro.name()));
  }

  /// @param span of the call
  static void check(Macro macro, Ast made, Span span) {
    literal(macro.result(), made, span, ":" + macro.name() + " gives");
  }

  private static void literal(String type, Ast ast, Span span, String who) {
    if (type.equals("wat::WatAST")) {
      return;
    }
    var expected = KINDS.get(type);
    var got = Forms.kind(ast.form());
    if (expected == null || !expected.equals(got)) {
      throw Fault.malformedTemplate(
          span, "%s a literal of :%s, and got the form of a %s".formatted(who, type, got));
    }
  }
}
