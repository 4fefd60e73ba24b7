package dev.perdure.wat.expand;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;
import java.util.function.UnaryOperator;

/// The code within a template.
public final class Unquoted {
  private Unquoted() {}

  /// The template with what stands behind each `~` and `~@` of its own replaced.
  public static Ast map(Ast template, UnaryOperator<Ast> code) {
    return map(template, code, 0);
  }

  private static Ast map(Ast node, UnaryOperator<Ast> code, int level) {
    if (Templates.isPair(node, Templates.UNQUOTE) || Templates.isPair(node, Templates.SPLICE)) {
      var items = node.items();
      var inner = level == 0 ? code.apply(items.get(1)) : map(items.get(1), code, level - 1);
      return new Ast(new Form.Sequence(List.of(items.getFirst(), inner)), node.span());
    }
    int below = Templates.isTemplate(node) ? level + 1 : level;
    return new Ast(
        switch (node.form()) {
          case Form.Sequence(List<Ast> items) -> new Form.Sequence(each(items, code, below));
          case Form.Vector(List<Ast> items) -> new Form.Vector(each(items, code, below));
          case Form.Braces(List<Ast> items) -> new Form.Braces(each(items, code, below));
          case Form.Set(List<Ast> items) -> new Form.Set(each(items, code, below));
          default -> node.form();
        },
        node.span());
  }

  private static List<Ast> each(List<Ast> items, UnaryOperator<Ast> code, int level) {
    return items.stream().map(item -> map(item, code, level)).toList();
  }
}
