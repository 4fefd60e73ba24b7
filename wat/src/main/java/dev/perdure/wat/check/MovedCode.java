package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.CoreMap;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Move;

/// Code from where it was checked to where it stands.
final class MovedCode extends CoreMap {
  private final Move move;

  MovedCode(Move move) {
    this.move = move;
  }

  @Override
  protected Span span(Span span) {
    return move.of(span);
  }

  @Override
  protected Ast ast(Ast ast) {
    return move.of(ast);
  }
}
