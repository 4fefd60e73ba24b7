package dev.perdure.wat.check;

import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.List;

/// Checks definitions that take the place of others: they have the same type (W2).
final class RedefinitionChecks {
  private final Checking cx;

  RedefinitionChecks(Checking cx) {
    this.cx = cx;
  }

  void check(Declarations.Redefinition redefinition) {
    var before = typeOf(redefinition.before());
    var now = typeOf(redefinition.now());
    if (!cx.unifier().unify(before, now)) {
      cx.error(
          Diagnostic.of(
              Kind.CHECK_DEF_REDEF_TYPE_CHANGE,
              redefinition.now().span(),
              ":%s was %s and would be %s".formatted(redefinition.now().name(), before, now),
              ":" + redefinition.now().name(),
              before.toString(),
              now.toString(),
              redefinition.before().span()));
    }
  }

  private Type typeOf(Definition definition) {
    return switch (definition) {
      case Definition.Constant constant -> looked(constant);
      case Definition.Function function -> {
        var scheme = Schemes.of(function.name(), function.signature(), cx.types());
        yield new Type.Fn(scheme.params(), scheme.result(), new EffectVar());
      }
      default -> cx.fresh();
    };
  }

  /// The type of a constant whose value nobody will see.
  private Type looked(Definition.Constant constant) {
    var scope = FunctionScope.topLevel(constant.name(), new EffectVar());
    var body = new Body(cx);
    var core =
        body.infer(constant.expression(), new At(null, scope, constant.captured(), List.of()));
    body.overloads().finish();
    return Type.whole(core.type());
  }
}
