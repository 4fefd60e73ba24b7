package dev.perdure.wat.expand;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;
import java.util.function.UnaryOperator;

/// The code within a template.
public final class Unquoted {
  private Unquoted() {}

  /// What becomes of the code behind a `~` or, spliced, behind a `~@`.
  public interface Code {
    /// What stands in its place.
    Ast of(Ast code, boolean isSpliced);
  }

  /// The template with what stands behind each `~` and `~@` of its own replaced.
  public static Ast map(Ast template, UnaryOperator<Ast> code) {
    return map(template, (one, _) -> code.apply(one), 0);
  }

  /// The same, told which of the two it was.
  public static Ast mapEach(Ast template, Code code) {
    return map(template, code, 0);
  }

  private static Ast map(Ast node, Code code, int level) {
    boolean isSpliced = Templates.isPair(node, Templates.SPLICE);
    if (isSpliced || Templates.isPair(node, Templates.UNQUOTE)) {
      var items = node.items();
      var inner =
          level == 0 ? code.of(items.get(1), isSpliced) : map(items.get(1), code, level - 1);
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

  private static List<Ast> each(List<Ast> items, Code code, int level) {
    return items.stream().map(item -> map(item, code, level)).toList();
  }
}
