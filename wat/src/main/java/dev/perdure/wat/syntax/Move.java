package dev.perdure.wat.syntax;

import dev.perdure.value.Position;
import dev.perdure.value.Span;

/// How far what stands in a text was moved by a change of what stands before it. Columns stay.
///
/// @param source the name of the text
/// @param lines how many lines further down
/// @param chars how much further behind, in UTF-16 units
public record Move(String source, int lines, int chars) {

  /// From one place to the other; they have the same source and column.
  public static Move of(Span from, Span to) {
    return of(from, to.start());
  }

  /// From one place to where something starts in the same text and column.
  static Move of(Span from, Position to) {
    return new Move(
        from.source(), to.line() - from.start().line(), to.offset() - from.start().offset());
  }

  /// Whether all stays where it is.
  public boolean isNone() {
    return lines == 0 && chars == 0;
  }

  /// This way and then the other one.
  public Move then(Move other) {
    return new Move(source, lines + other.lines, chars + other.chars);
  }

  /// Where a place is now.
  public Span of(Span span) {
    return new Span(span.source(), of(span.start()), of(span.end()));
  }

  private Position of(Position position) {
    return new Position(position.line() + lines, position.column(), position.offset() + chars);
  }

  /// Whether the one place is where the other one is now.
  public boolean leads(Span from, Span to) {
    return from.source().equals(to.source())
        && leads(from.start(), to.start())
        && leads(from.end(), to.end());
  }

  private boolean leads(Position from, Position to) {
    return from.line() + lines == to.line()
        && from.column() == to.column()
        && from.offset() + chars == to.offset();
  }

  /// A form where it stands now. What it holds is moved when somebody asks for it.
  public Ast of(Ast ast) {
    var form =
        switch (ast.form()) {
          case Form.Sequence(var items) -> new Form.Sequence(MovedForms.of(items, this));
          case Form.Vector(var items) -> new Form.Vector(MovedForms.of(items, this));
          case Form.Braces(var items) -> new Form.Braces(MovedForms.of(items, this));
          case Form.Set(var items) -> new Form.Set(MovedForms.of(items, this));
          default -> ast.form();
        };
    return new Ast(form, of(ast.span()));
  }
}
