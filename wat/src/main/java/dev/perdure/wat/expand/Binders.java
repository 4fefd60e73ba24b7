package dev.perdure.wat.expand;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;

/// A program may fill the same template many times in one expansion, so a name that the template
/// binds would be the same name each time: it has to be a fresh one (W8).
final class Binders {
  private Binders() {}

  /// @throws dev.perdure.wat.diagnostic.Refused for the first binder that is written literally
  static void check(Macro macro, Ast template) {
    if (template.list() == null) {
      each(macro, template);
      return;
    }
    var items = template.list();
    var head = items.isEmpty() ? null : items.getFirst().keyword();
    switch (head) {
      case "wat::core::let" -> let(macro, items);
      case "wat::core::fn", "wat::core::defn" -> params(macro, items);
      case null, default -> {}
    }
    items.forEach(item -> check(macro, item));
  }

  private static void each(Macro macro, Ast node) {
    switch (node.form()) {
      case Form.Vector(List<Ast> items) -> items.forEach(item -> check(macro, item));
      case Form.Braces(List<Ast> items) -> items.forEach(item -> check(macro, item));
      case Form.Set(List<Ast> items) -> items.forEach(item -> check(macro, item));
      default -> {}
    }
  }

  private static void let(Macro macro, List<Ast> items) {
    if (items.size() > 1 && items.get(1).form() instanceof Form.Vector(List<Ast> bindings)) {
      for (int i = 0; i < bindings.size(); i += 2) {
        binder(macro, bindings.get(i));
      }
    }
  }

  private static void params(Macro macro, List<Ast> items) {
    for (var item : items) {
      if (item.form() instanceof Form.Vector(List<Ast> params)) {
        for (int i = 0; i + 1 < params.size(); i++) {
          if (params.get(i + 1).isSymbol("<-")) {
            binder(macro, params.get(i));
          }
        }
      }
    }
  }

  private static void binder(Macro macro, Ast node) {
    if (node.form() instanceof Form.Symbol symbol && !symbol.name().equals("_")) {
      throw Diagnostic.of(
              Kind.MACRO_PROGRAM_BODY_INTRODUCES_NAME,
              node.span(),
              "the program of :%s binds the literal name %s; use (:wat::core::fresh-symbol \"%s\")"
                  .formatted(macro.name(), symbol.name(), symbol.name()),
              ":" + macro.name(),
              symbol.name())
          .refused();
    }
  }
}
