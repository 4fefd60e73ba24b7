package dev.perdure.wat.check;

import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an expression stands.
///
/// @param env the locals that can be seen
/// @param function whose body it is in
/// @param captured the locals of top-level `let`s, by the constants that hold them
/// @param typeParams the names that are type parameters here
record At(
    @Nullable Env env,
    FunctionScope function,
    Map<Form.Symbol, String> captured,
    List<String> typeParams) {

  /// The place behind a binder.
  At with(Form.Symbol symbol, int slot, Type type) {
    function.call(slot, symbol.name());
    return new At(new Env(env, symbol, slot, type, function), function, captured, typeParams);
  }

  /// The place in a closure that stands here.
  At in(FunctionScope closure, List<String> params) {
    return new At(env, closure, captured, params);
  }
}
