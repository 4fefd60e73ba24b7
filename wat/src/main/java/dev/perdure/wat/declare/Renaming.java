package dev.perdure.wat.declare;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.List;

/// Puts another path in the place of one, in code that is no data.
final class Renaming {
  private final String name;
  private final String other;

  private Renaming(String name, String other) {
    this.name = name;
    this.other = other;
  }

  /// A constant whose expression says the other path; what is no constant stays.
  static Definition in(Definition definition, String name, String other) {
    return definition instanceof Definition.Constant constant
        ? new Definition.Constant(
            constant.name(),
            new Renaming(name, other).of(constant.expression()),
            constant.captured(),
            constant.metadata(),
            constant.span())
        : definition;
  }

  private Ast of(Ast ast) {
    var form =
        switch (ast.form()) {
          case Form.Key(String text) when text.equals(name) -> new Form.Key(other);
          case Form.Sequence(List<Ast> items)
              when !items.isEmpty() && items.getFirst().isKeyword("wat::core::quote") ->
              ast.form();
          case Form.Sequence(List<Ast> items) -> new Form.Sequence(all(items));
          case Form.Vector(List<Ast> items) -> new Form.Vector(all(items));
          case Form.Braces(List<Ast> items) -> new Form.Braces(all(items));
          case Form.Set(List<Ast> items) -> new Form.Set(all(items));
          default -> ast.form();
        };
    return new Ast(form, ast.span());
  }

  private List<Ast> all(List<Ast> items) {
    return items.stream().map(this::of).toList();
  }
}
