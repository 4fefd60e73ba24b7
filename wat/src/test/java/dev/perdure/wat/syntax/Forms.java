package dev.perdure.wat.syntax;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import java.util.List;

/// Trees for tests; where they stand does not count.
final class Forms {
  private static final Position START = new Position(1, 1, 0);
  private static final Span NOWHERE = new Span("test", START, START);

  private Forms() {}

  static Ast ast(Form form) {
    return new Ast(form, NOWHERE);
  }

  static Ast key(String name) {
    return ast(new Form.Key(name));
  }

  static Ast symbol(String name) {
    return ast(new Form.Symbol(name, Scopes.NONE));
  }

  static Ast number(long value) {
    return ast(new Form.Int(value));
  }

  static Ast string(String value) {
    return ast(new Form.Str(value));
  }

  static Ast list(Ast... items) {
    return ast(new Form.Sequence(List.of(items)));
  }

  static Ast vector(Ast... items) {
    return ast(new Form.Vector(List.of(items)));
  }

  static Ast braces(Ast... items) {
    return ast(new Form.Braces(List.of(items)));
  }

  static Ast set(Ast... items) {
    return ast(new Form.Set(List.of(items)));
  }
}
