package dev.perdure.wat.expand;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;
import java.util.Set;

/// What a macro may compute with (W8): the pure parts of the library, and no function of the
/// program, which does not exist yet.
final class Fence {
  private static final List<String> OPEN =
      List.of("wat::core::", "wat::std::math::", "wat::std::list::", "wat::stream::");

  private static final Set<String> CLOSED =
      Set.of("wat::core::Uuid/v4", "wat::core::macroexpand", "wat::core::macroexpand-1");

  private Fence() {}

  /// @throws dev.perdure.wat.diagnostic.Refused for the first head that is not allowed, and for a
  ///   literal binder in the template of a program
  static void check(Macro macro) {
    if (macro.isTemplate()) {
      template(macro, macro.body().items().get(1));
    } else {
      code(macro, macro.body());
    }
  }

  private static void template(Macro macro, Ast template) {
    Unquoted.map(
        template,
        expression -> {
          code(macro, expression);
          return expression;
        });
  }

  /// What a template is filled with by name is a parameter; a program may bind further names.
  static void checkParameters(Macro macro) {
    if (macro.isTemplate()) {
      Unquoted.map(
          macro.body().items().get(1),
          expression -> {
            if (expression.form() instanceof Form.Symbol symbol && !macro.takes(symbol)) {
              throw Fault.unboundParameter(symbol.name(), expression.span());
            }
            return expression;
          });
    }
  }

  private static void code(Macro macro, Ast node) {
    if (Templates.isTemplate(node)) {
      if (!macro.isTemplate()) {
        Binders.check(macro, node.items().get(1));
      }
      template(macro, node.items().get(1));
      return;
    }
    switch (node.form()) {
      case Form.Sequence(List<Ast> items) when !items.isEmpty() -> list(macro, items);
      case Form.Sequence(List<Ast> items) -> each(macro, items);
      case Form.Vector(List<Ast> items) -> each(macro, items);
      case Form.Braces(List<Ast> items) -> each(macro, items);
      case Form.Set(List<Ast> items) -> each(macro, items);
      default -> {}
    }
  }

  private static void list(Macro macro, List<Ast> items) {
    var head = items.getFirst().keyword();
    if (head != null && !isOpen(head)) {
      throw Diagnostic.of(
              Kind.MACRO_REFUSED_IN_MACRO,
              items.getFirst().span(),
              ":" + head + " cannot run while macros are expanded",
              ":" + head)
          .refused();
    }
    if (!"wat::core::quote".equals(head) && !"wat::core::forms".equals(head)) {
      int arms = "wat::core::match".equals(head) ? 2 : "wat::core::cond".equals(head) ? 1 : -1;
      for (int i = 0; i < items.size(); i++) {
        arm(macro, items.get(i), arms > 0 && i >= arms, arms == 2);
      }
    }
  }

  /// An arm of a `match` begins with a pattern, a clause of a `cond` with a test.
  private static void arm(Macro macro, Ast item, boolean isArm, boolean hasPattern) {
    var arm = item.list();
    if (isArm && arm != null && !arm.isEmpty()) {
      each(macro, hasPattern ? arm.subList(1, arm.size()) : arm);
    } else {
      code(macro, item);
    }
  }

  private static void each(Macro macro, List<Ast> items) {
    items.forEach(item -> code(macro, item));
  }

  private static boolean isOpen(String head) {
    return OPEN.stream().anyMatch(head::startsWith)
        && !CLOSED.contains(head)
        && !Declaring.isDeclaration(head);
  }
}
