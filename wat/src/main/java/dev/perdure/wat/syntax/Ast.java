package dev.perdure.wat.syntax;

import dev.perdure.value.Span;
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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ast that && form.equals(that.form);
  }

  @Override
  public int hashCode() {
    return form.hashCode();
  }
}
