package dev.perdure.wat.syntax;

import dev.perdure.value.Span;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A node of a program: what was written and where. Two nodes are equal if their forms are,
/// wherever they stand.
///
/// @param form what was written
/// @param span where; of a node that a macro made, where the macro was called
public record Ast(Form form, Span span) {

  /// The nodes of a list; null if it is none.
  public @Nullable List<Ast> list() {
    return form instanceof Form.Sequence(List<Ast> items) ? items : null;
  }

  /// The nodes of what is known to be a list.
  public List<Ast> items() {
    return Objects.requireNonNull(list(), "no list");
  }

  /// The text, behind its colon, of what is known to be a keyword.
  public String path() {
    return Objects.requireNonNull(keyword(), "no keyword");
  }

  /// The text of a keyword behind its colon; null if it is none.
  public @Nullable String keyword() {
    return form instanceof Form.Key(String name) ? name : null;
  }

  /// The name of a symbol; null if it is none.
  public @Nullable String symbol() {
    return form instanceof Form.Symbol symbol ? symbol.name() : null;
  }

  /// Whether it is the keyword with this text behind the colon.
  public boolean isKeyword(String name) {
    return form instanceof Form.Key(String text) && text.equals(name);
  }

  /// Whether it is a symbol of this name, in whatever scope.
  public boolean isSymbol(String name) {
    return form instanceof Form.Symbol symbol && symbol.name().equals(name);
  }

  /// What it holds, in order; none if it holds nothing.
  public List<Ast> children() {
    return switch (form) {
      case Form.Sequence(var items) -> items;
      case Form.Vector(var items) -> items;
      case Form.Braces(var items) -> items;
      case Form.Set(var items) -> items;
      default -> List.of();
    };
  }

  // Programs may be nested as deep as the reader allows, and what macros make deeper: neither
  // recurs.

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Ast that)) {
      return false;
    }
    var left = new ArrayDeque<Ast>(List.of(this));
    var right = new ArrayDeque<Ast>(List.of(that));
    while (!left.isEmpty()) {
      var a = left.pop();
      var b = right.pop();
      var items = a.children();
      if (a.form.getClass() != b.form.getClass() || items.size() != b.children().size()) {
        return false;
      }
      if (items.isEmpty() && !a.form.equals(b.form)) {
        return false;
      }
      items.forEach(left::push);
      b.children().forEach(right::push);
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    var rest = new ArrayDeque<Ast>(List.of(this));
    while (!rest.isEmpty()) {
      var tree = rest.pop();
      var items = tree.children();
      int own = items.isEmpty() ? tree.form.hashCode() : items.size();
      hash = 31 * hash + own;
      items.forEach(rest::push);
    }
    return hash;
  }
}
