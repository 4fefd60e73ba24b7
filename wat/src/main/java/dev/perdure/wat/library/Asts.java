package dev.perdure.wat.library;

import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.expand.Forms;
import dev.perdure.wat.freeze.Macros;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.syntax.Reader;
import dev.perdure.wat.syntax.Scopes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Code as data (W8).
public final class Asts {
  private Asts() {}

  private static @Nullable List<Ast> items(Ast ast) {
    return switch (ast.form()) {
      case Form.Sequence(var items) -> items;
      case Form.Vector(var items) -> items;
      case Form.Braces(var items) -> items;
      case Form.Set(var items) -> items;
      default -> null;
    };
  }

  private static List<Ast> nodes(String op, Ast ast) {
    var items = items(ast);
    if (items == null) {
      throw Raise.mismatch(":wat::core::" + op, "a list, vector, map or set", Show.of(ast));
    }
    return items;
  }

  /// How many nodes there are, keys and values counted apart; raises `TypeMismatch` of what has
  /// none.
  public static long length(Ast ast) {
    return nodes("length", ast).size();
  }

  /// The node at a place; raises outside, and `TypeMismatch` of what has none.
  public static Ast nth(Ast ast, long index) {
    var nodes = nodes("nth", ast);
    if (index < 0 || index >= nodes.size()) {
      throw Failures.outside(index, nodes.size());
    }
    return nodes.get((int) index);
  }

  /// A list or a vector without its first node; raises `TypeMismatch` of all else.
  public static Ast rest(Ast ast) {
    return switch (ast.form()) {
      case Form.Sequence(var items) -> new Ast(new Form.Sequence(behindFirst(items)), ast.span());
      case Form.Vector(var items) -> new Ast(new Form.Vector(behindFirst(items)), ast.span());
      default -> throw Raise.mismatch(":wat::core::rest", "a list or vector", Show.of(ast));
    };
  }

  private static List<Ast> behindFirst(List<Ast> items) {
    return items.subList(Math.min(1, items.size()), items.size());
  }

  /// `(ast-kind a)`.
  public static String kind(Ast ast) {
    return Forms.kind(ast.form());
  }

  /// `(ast-name a)`: of a keyword without its colon; raises `TypeMismatch` of what is no name.
  public static String name(Ast ast) {
    return switch (ast.form()) {
      case Form.Symbol symbol -> symbol.name();
      case Form.Key(var name) -> name;
      default -> throw Raise.mismatch(":wat::core::ast-name", "a symbol or keyword", Show.of(ast));
    };
  }

  /// `(ast->children a)`: keys and values in turn; none of what has none.
  public static Vector children(Ast ast) {
    var items = items(ast);
    return items == null ? Vector.EMPTY : Vector.ofAll(items);
  }

  /// `(with-children a c)`: raises of an odd number in a map, and `TypeMismatch` of what has none.
  public static Ast withChildren(Ast ast, Vector children) {
    nodes("with-children", ast);
    var items = new ArrayList<Ast>();
    children.forEach(child -> items.add((Ast) child));
    return new Ast(like(ast.form(), items), ast.span());
  }

  private static Form like(Form form, List<Ast> items) {
    return switch (form) {
      case Form.Vector _ -> new Form.Vector(items);
      case Form.Set _ -> new Form.Set(items);
      case Form.Braces _ -> {
        if (items.size() % 2 != 0) {
          throw Raise.assertion("a key without a value");
        }
        yield new Form.Braces(items);
      }
      default -> new Form.Sequence(items);
    };
  }

  /// `(symbol-node s)`: raises of what cannot be a symbol.
  public static Ast symbol(String name) {
    if (!(Texts.form(name) instanceof Form.Symbol symbol) || !symbol.name().equals(name)) {
      throw Raise.assertion("no symbol can be " + Show.of(name));
    }
    return new Ast(new Form.Symbol(name, Scopes.NONE), Trees.NOWHERE);
  }

  /// `(keyword-node s)`: raises of what cannot stand behind a colon.
  public static Ast keyword(String name) {
    return new Ast(new Form.Key(Texts.keywordFromString(name).path()), Trees.NOWHERE);
  }

  /// `(ast->source a)`: raises of a form that no text stands for.
  public static String source(Ast ast) {
    try {
      return Printer.print(ast);
    } catch (IllegalArgumentException e) {
      throw Raise.assertion("no source form: " + e.getMessage());
    }
  }

  /// `(write-forms forms)`: one a line.
  public static String sources(Vector forms) {
    var text = new StringBuilder();
    forms.forEach(form -> text.append(source((Ast) form)).append('\n'));
    return text.toString();
  }

  /// `(ast-span a)`.
  public static Aggregate span(Ast ast) {
    return Made.span(ast.span());
  }

  /// `(ast-end-span a)`: the place behind the last character.
  public static Aggregate endSpan(Ast ast) {
    return Made.span(ast.span().source(), ast.span().end(), Variant.NONE);
  }

  /// `(read-string s)`.
  public static Object read(String text) {
    try {
      var forms = Reader.program("text", text);
      var end = forms.isEmpty() ? Trees.NOWHERE : forms.getFirst().span();
      return Made.variant(
          "wat::core::ReadOutcome", "Forms", new Ast(new Form.Sequence(forms), end));
    } catch (Refused refused) {
      return Made.variant("wat::core::ReadOutcome", "Malformed", Errors.of(refused.diagnostic()));
    }
  }

  /// `(macroexpand a)`: raises `MacroExpansionFailed`.
  public static Ast expand(Ast form, Context context) {
    return Macros.expand(context.program(), form);
  }

  /// `(macroexpand-1 a)`: raises `MacroExpansionFailed`.
  public static Ast expandOnce(Ast form, Context context) {
    return Macros.step(context.program(), form);
  }

  /// `(List? a)`.
  public static boolean isList(Ast ast) {
    return ast.list() != null;
  }
}
