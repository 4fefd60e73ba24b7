package dev.perdure.wat.expand;

import dev.perdure.wat.syntax.Ast;
import java.util.Map;

/// What a macro's parameter is annotated with beside `:wat::WatAST`: then the argument must be
/// written as a literal of that type.
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
    if (param.type().equals("wat::WatAST")) {
      return;
    }
    var expected = KINDS.get(param.type());
    var got = Forms.kind(argument.form());
    if (expected == null || !expected.equals(got)) {
      throw Fault.malformedTemplate(
          argument.span(),
          "the parameter %s of :%s takes a literal of :%s, and got the form of a %s"
              .formatted(param.symbol().name(), macro.name(), param.type(), got));
    }
  }
}
