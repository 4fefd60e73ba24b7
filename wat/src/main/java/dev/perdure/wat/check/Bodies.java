package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Checks the bodies of functions; has their code, and what of it must have no effects.
final class Bodies {
  private final Checking cx;
  private final TypeChecks typeChecks;
  private final Map<String, Code> codes = new LinkedHashMap<>();
  private final List<Pure> pure = new ArrayList<>();

  Bodies(Checking cx, TypeChecks typeChecks) {
    this.cx = cx;
    this.typeChecks = typeChecks;
  }

  /// What must have no effects.
  ///
  /// @param context what it is, for people and tools
  record Pure(String context, EffectVar effects, Span span) {}

  /// The code that was made, by the names of the functions.
  Map<String, Code> codes() {
    return codes;
  }

  /// What must have no effects.
  List<Pure> pure() {
    return pure;
  }

  /// @param name under which it uses others, and is named in reports
  Code body(
      Scheme scheme,
      String name,
      Signature signature,
      List<Ast> forms,
      Map<Form.Symbol, String> captured,
      Span span) {
    var scope = new FunctionScope(null, scheme.name(), scheme.result(), scheme.body());
    var at = bound(signature, scheme, new At(null, scope, captured, signature.typeParams()));
    var body = new Body(cx);
    var core = body.body(forms, "wat::core::defn", span, at);
    if (!cx.unifier().assign(core.type(), scheme.result())) {
      cx.error(Faults.result(name, scheme.result(), core.type(), forms.getLast().span()));
    }
    return settled(body, scheme.result(), signature.bound().size(), scope, core);
  }

  Code settled(Body body, Type result, int params, FunctionScope scope, Core core) {
    body.overloads().finish();
    body.written().written().forEach(typeChecks::check);
    return Settle.settled(scope.code(params, result, core, core.span()));
  }

  static At bound(Signature signature, Scheme scheme, At at) {
    var inner = at;
    var types = new ArrayList<>(scheme.params());
    if (scheme.rest() != null) {
      types.add(scheme.rest());
    }
    types.addAll(scheme.keywords().values());
    var params = signature.bound();
    for (int i = 0; i < params.size(); i++) {
      inner = inner.with(params.get(i).symbol(), inner.function().slot(types.get(i)), types.get(i));
    }
    return inner;
  }
}
