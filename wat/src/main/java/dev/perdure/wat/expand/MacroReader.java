package dev.perdure.wat.expand;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `(:wat::core::defmacro :name {meta}? [params] -> :wat::WatAST body)`.
final class MacroReader {
  private final Ast declaration;
  private final List<Macro.Param> params = new ArrayList<>();
  private final Set<Form.Symbol> names = new HashSet<>();
  private Macro.@Nullable Param rest;

  private MacroReader(Ast declaration) {
    this.declaration = declaration;
  }

  /// The macro that a list headed by `defmacro` declares.
  static Macro read(Ast declaration) {
    return new MacroReader(declaration).read(declaration.items());
  }

  private Macro read(List<Ast> items) {
    var name = items.size() < 2 ? null : items.get(1).keyword();
    if (name == null) {
      throw Fault.malformedMacro(declaration.span(), "a keyword that names it stands first");
    }
    int at = items.size() > 2 && items.get(2).form() instanceof Form.Braces ? 3 : 2;
    if (items.size() != at + 4
        || !(items.get(at).form() instanceof Form.Vector(List<Ast> vector))
        || !items.get(at + 1).isSymbol("->")
        || items.get(at + 2).keyword() == null) {
      throw Fault.malformedMacro(
          declaration.span(), "behind the name stand [params], ->, :wat::WatAST and one body");
    }
    parameters(vector);
    var result = items.get(at + 2).path();
    return new Macro(name, params, rest, result, items.get(at + 3), declaration);
  }

  private void parameters(List<Ast> vector) {
    int at = 0;
    while (at < vector.size()) {
      boolean isRest = vector.get(at).isSymbol("&");
      int from = isRest ? at + 1 : at;
      if (isRest && from + 3 != vector.size()) {
        throw Fault.malformedMacro(
            vector.get(at).span(), "behind & stands one parameter, the last");
      }
      var param = parameter(vector, from);
      if (isRest && !param.type().equals("wat::core::Vector<wat::WatAST>")) {
        throw Fault.malformedMacro(
            param.span(), "a rest parameter is :wat::core::Vector<wat::WatAST>");
      }
      if (isRest) {
        rest = param;
      } else {
        params.add(param);
      }
      at = from + 3;
    }
  }

  private Macro.Param parameter(List<Ast> vector, int at) {
    if (at + 3 > vector.size()
        || !(vector.get(at).form() instanceof Form.Symbol symbol)
        || !vector.get(at + 1).isSymbol("<-")
        || vector.get(at + 2).keyword() == null) {
      var place = at < vector.size() ? vector.get(at).span() : declaration.span();
      throw Fault.malformedMacro(place, "a parameter is written name <- :wat::WatAST");
    }
    if (!names.add(symbol)) {
      throw Fault.malformedMacro(
          vector.get(at).span(), "the parameter " + symbol.name() + " stands there twice");
    }
    return new Macro.Param(symbol, vector.get(at + 2).path(), vector.get(at).span());
  }
}
