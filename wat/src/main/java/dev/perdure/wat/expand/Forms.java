package dev.perdure.wat.expand;

import dev.perdure.wat.syntax.Form;

/// The kinds of forms by the names that `ast-kind` gives.
public final class Forms {
  private Forms() {}

  /// `"list"`, `"vector"`, and so on.
  public static String kind(Form form) {
    return switch (form) {
      case Form.Int _ -> "int";
      case Form.Real _ -> "float";
      case Form.Rational _ -> "rational";
      case Form.BigInt _ -> "bigint";
      case Form.Bool _ -> "bool";
      case Form.Str _ -> "string";
      case Form.Char _ -> "char";
      case Form.Nil _ -> "nil";
      case Form.Key _ -> "keyword";
      case Form.Symbol _ -> "symbol";
      case Form.Sequence _ -> "list";
      case Form.Vector _ -> "vector";
      case Form.Braces _ -> "map";
      case Form.Set _ -> "set";
    };
  }
}
