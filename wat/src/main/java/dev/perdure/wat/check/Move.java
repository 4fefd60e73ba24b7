package dev.perdure.wat.check;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.core.CoreMap;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;

/// How far what stands in a text was moved by a change of what stands before it. Columns stay.
///
/// @param source the name of the text
/// @param lines how many lines further down
/// @param chars how much further behind, in UTF-16 units
record Move(String source, int lines, int chars) {

  /// From one place to the other; they have the same source and column.
  static Move of(Span from, Span to) {
    return new Move(
        to.source(),
        to.start().line() - from.start().line(),
        to.start().offset() - from.start().offset());
  }

  boolean isNone() {
    return lines == 0 && chars == 0;
  }

  /// This way and then the other one.
  Move then(Move other) {
    return new Move(source, lines + other.lines, chars + other.chars);
  }

  /// Where a place is now.
  Span of(Span span) {
    return new Span(span.source(), of(span.start()), of(span.end()));
  }

  private Position of(Position position) {
    return new Position(position.line() + lines, position.column(), position.offset() + chars);
  }

  /// Whether the one place is where the other one is now.
  boolean leads(Span from, Span to) {
    return from.source().equals(to.source())
        && leads(from.start(), to.start())
        && leads(from.end(), to.end());
  }

  private boolean leads(Position from, Position to) {
    return from.line() + lines == to.line()
        && from.column() == to.column()
        && from.offset() + chars == to.offset();
  }

  /// The map of code from where it was checked to where it stands.
  CoreMap code() {
    return new CoreMap() {
      @Override
      protected Span span(Span span) {
        return Move.this.of(span);
      }

      @Override
      protected Ast ast(Ast ast) {
        return moved(ast);
      }
    };
  }

  private Ast moved(Ast ast) {
    var form =
        switch (ast.form()) {
          case Form.Sequence(var items) -> new Form.Sequence(moved(items));
          case Form.Vector(var items) -> new Form.Vector(moved(items));
          case Form.Braces(var items) -> new Form.Braces(moved(items));
          case Form.Set(var items) -> new Form.Set(moved(items));
          default -> ast.form();
        };
    return new Ast(form, of(ast.span()));
  }

  private List<Ast> moved(List<Ast> items) {
    return items.stream().map(this::moved).toList();
  }
}
