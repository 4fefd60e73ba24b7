package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Fills templates: what stands behind a quasiquote, with the places of `~` and `~@` filled in.
public final class Templates {
  public static final String QUASIQUOTE = "wat::core::quasiquote";
  public static final String UNQUOTE = "wat::core::unquote";
  public static final String SPLICE = "wat::core::unquote-splicing";

  private Templates() {}

  /// Whether the node is `` `x ``.
  public static boolean isTemplate(Ast ast) {
    return isPair(ast, QUASIQUOTE);
  }

  /// Whether the node is a list of the head and one more.
  static boolean isPair(Ast ast, String head) {
    var items = ast.list();
    return items != null && items.size() == 2 && isHead(items.getFirst(), head);
  }

  /// What the reader writes bare, `~x` among them, may also be written with its whole path.
  private static boolean isHead(Ast head, String name) {
    return head.isKeyword(name) || (!name.equals(QUASIQUOTE) && head.isSymbol(last(name)));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf(':') + 1);
  }

  /// What fills the places of a template.
  public interface Filler {
    /// What stands for `~expression`.
    Ast fill(Ast expression);

    /// What stands for `~@expression`, in its order.
    List<Ast> splice(Ast expression);
  }

  /// The tree that a template makes.
  ///
  /// @param template what stands behind the quasiquote
  /// @param made what becomes of each symbol that the template brings along
  /// @param span where the nodes that it brings along are said to stand
  public static Ast fill(Ast template, Filler filler, UnaryOperator<Form.Symbol> made, Span span) {
    return new Filling(filler, made, span).fill(template, 0);
  }

  private record Filling(Filler filler, UnaryOperator<Form.Symbol> made, Span span) {

    /// @param level how many quasiquotes the node stands in beside the template's own
    Ast fill(Ast node, int level) {
      if (isPair(node, UNQUOTE)) {
        var inner = node.items().get(1);
        return level == 0 ? filler.fill(inner) : rebuilt(node, level - 1);
      }
      if (isPair(node, SPLICE)) {
        if (level == 0) {
          throw Fault.malformedTemplate(node.span(), "~@ stands in a list or a vector");
        }
        return rebuilt(node, level - 1);
      }
      return rebuilt(node, isTemplate(node) ? level + 1 : level);
    }

    private Ast rebuilt(Ast node, int level) {
      return new Ast(
          switch (node.form()) {
            case Form.Sequence(List<Ast> items) -> new Form.Sequence(filled(items, level));
            case Form.Vector(List<Ast> items) -> new Form.Vector(filled(items, level));
            case Form.Set(List<Ast> items) -> new Form.Set(filled(items, level));
            case Form.Braces(List<Ast> items) -> braces(node, filled(items, level));
            case Form.Symbol symbol -> made.apply(symbol);
            default -> node.form();
          },
          span);
    }

    private static Form braces(Ast node, List<Ast> items) {
      if (items.size() % 2 != 0) {
        throw Fault.malformedTemplate(node.span(), "the template makes a map with a key too many");
      }
      return new Form.Braces(items);
    }

    private List<Ast> filled(List<Ast> items, int level) {
      var filled = new ArrayList<Ast>(items.size());
      for (var item : items) {
        if (level == 0 && isPair(item, SPLICE)) {
          filled.addAll(filler.splice(item.items().get(1)));
        } else {
          filled.add(fill(item, level));
        }
      }
      return filled;
    }
  }
}
