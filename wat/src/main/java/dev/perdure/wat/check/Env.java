package dev.perdure.wat.check;

import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The locals that can be seen at a place, the innermost first. Immutable.
///
/// @param slot of the function that it belongs to
/// @param owner the function that it belongs to
record Env(@Nullable Env outer, Form.Symbol symbol, int slot, Type type, FunctionScope owner) {

  /// The names of the locals that can be seen.
  static Set<String> names(@Nullable Env from) {
    var names = new LinkedHashSet<String>();
    for (var at = from; at != null; at = at.outer) {
      names.add(at.symbol.name());
    }
    return names;
  }

  /// The local of this name and these scopes; null if there is none.
  static @Nullable Env find(@Nullable Env from, Form.Symbol symbol) {
    for (var at = from; at != null; at = at.outer) {
      if (at.symbol.equals(symbol)) {
        return at;
      }
    }
    return null;
  }
}
