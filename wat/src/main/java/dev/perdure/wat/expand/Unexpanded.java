package dev.perdure.wat.expand;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;

/// What stands for a call whose macro failed, which was reported: an expression of which nothing is
/// known, so that the rest of the program is looked at all the same.
public final class Unexpanded {
  /// No text reads as a symbol of this name.
  private static final String NAME = " unexpanded";

  private Unexpanded() {}

  static Ast at(Span span) {
    return new Ast(new Form.Symbol(NAME, Scopes.NONE), span);
  }

  /// Whether a symbol stands for such a call.
  public static boolean is(String symbol) {
    return symbol.equals(NAME);
  }
}
