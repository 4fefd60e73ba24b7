package dev.perdure.wat.expand;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;
import java.util.Set;

/// A program may fill the same template many times in one expansion, so a name that the template
/// binds would be the same name each time: it has to be a fresh one (W8).
final class Binders {
  private static final Set<String> VARIANTS = Set.of("Some", "Ok", "Err");

  private Binders() {}

  /// @throws dev.perdure.wat.diagnostic.Refused for the first binder that is written literally
  static void check(Macro macro, Ast template) {
    if (Templates.isPair(template, Templates.UNQUOTE)
        || Templates.isPair(template, Templates.SPLICE)) {
      return; // runs at expansion, and its names stay there
    }
    var items = template.list();
    if (items != null && !items.isEmpty()) {
      switch (items.getFirst().keyword()) {
        case "wat::core::let" -> let(macro, items);
        case "wat::core::match" -> match(macro, items);
        case "wat::core::fn", "wat::core::defn" -> params(macro, items);
        case null, default -> {}
      }
    }
    template.children().forEach(item -> check(macro, item));
  }

  private static void let(Macro macro, List<Ast> items) {
    if (items.size() > 1 && items.get(1).form() instanceof Form.Vector(List<Ast> bindings)) {
      for (int i = 0; i < bindings.size(); i += 2) {
        binder(macro, bindings.get(i));
      }
    }
  }

  private static void match(Macro macro, List<Ast> items) {
    for (var arm : items.subList(Math.min(2, items.size()), items.size())) {
      var parts = arm.list();
      if (parts != null && !parts.isEmpty() && !Templates.isPair(arm, Templates.UNQUOTE)) {
        pattern(macro, parts.getFirst());
      }
    }
  }

  /// What a pattern binds; the name at the front of a list may be that of a variant.
  private static void pattern(Macro macro, Ast pattern) {
    var items = pattern.list();
    if (items == null) {
      binder(macro, pattern);
    } else if (!items.isEmpty() && !Templates.isPair(pattern, Templates.UNQUOTE)) {
      boolean isVariant =
          items.getFirst().symbol() != null && VARIANTS.contains(items.getFirst().symbol());
      items.subList(isVariant ? 1 : 0, items.size()).forEach(item -> pattern(macro, item));
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

  /// A symbol, or what is taken apart: `[a b]`, `{:keys [a]}`, `{a :field}`.
  private static void binder(Macro macro, Ast node) {
    switch (node.form()) {
      case Form.Symbol symbol when !symbol.name().equals("_") -> throw literal(macro, node, symbol);
      case Form.Vector(List<Ast> items) -> items.forEach(item -> binder(macro, item));
      case Form.Braces(List<Ast> items) -> {
        for (int i = 0; i < items.size(); i += 2) {
          boolean areKeys = items.get(i).isKeyword("keys") && i + 1 < items.size();
          binder(macro, items.get(areKeys ? i + 1 : i));
        }
      }
      default -> {}
    }
  }

  private static Refused literal(Macro macro, Ast node, Form.Symbol symbol) {
    return Diagnostic.of(
            Kind.MACRO_PROGRAM_BODY_INTRODUCES_NAME,
            node.span(),
            "the program of :%s binds the literal name %s; use (:wat::core::fresh-symbol \"%s\")"
                .formatted(macro.name(), symbol.name(), symbol.name()),
            ":" + macro.name(),
            symbol.name())
        .refused();
  }
}
