package dev.perdure.wat.check;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.declare.Signature;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.List;

/// Checks functions of several clauses (W6.3): each clause is a function of its own, its guard
/// another.
final class ClauseChecks {
  private final Checking cx;
  private final Bodies bodies;

  ClauseChecks(Checking cx, Bodies bodies) {
    this.cx = cx;
    this.bodies = bodies;
  }

  void check(Definition.Clauses clauses) {
    for (int i = 0; i < clauses.clauses().size(); i++) {
      var clause = clauses.clauses().get(i);
      var scheme = cx.scheme(clauses, i);
      var code =
          bodies.body(
              scheme,
              clauses.name(),
              clause.signature(),
              clause.body(),
              clauses.captured(),
              clause.span());
      bodies
          .codes()
          .put(
              scheme.name(),
              clause.ensure() == null
                  ? code
                  : ensured(clauses, clause.signature(), clause.ensure(), scheme, code));
      if (clause.guard() != null) {
        guard(clauses, clause, clause.guard(), i);
      }
    }
  }

  private void guard(Definition.Clauses clauses, Definition.Clause clause, Ast guard, int number) {
    var name = Checking.clauseName(clauses, number) + "?";
    var scheme = Schemes.of(name, bool(clause.signature()), cx.types());
    cx.add(scheme);
    var scope = new FunctionScope(null, scheme.name(), Basic.BOOL, scheme.body());
    var at =
        Bodies.bound(
            clause.signature(),
            scheme,
            new At(null, scope, clauses.captured(), clause.signature().typeParams()));
    var body = new Body(cx);
    var core = body.infer(guard, at);
    if (!cx.unifier().assign(core.type(), Basic.BOOL)) {
      cx.error(
          Diagnostic.of(
              Kind.CHECK_GUARD_EXPR_NOT_BOOLEAN,
              guard.span(),
              "the guard of :" + clauses.name() + " gives " + core.type() + ", and must be a bool",
              ":" + clauses.name(),
              core.type().toString()));
    }
    int params = clause.signature().bound().size();
    bodies.codes().put(name, bodies.settled(body, Basic.BOOL, params, scope, core));
    bodies.pure().add(new Bodies.Pure(":guard of :" + clauses.name(), scheme.body(), guard.span()));
  }

  private static Signature bool(Signature signature) {
    return new Signature(
        signature.typeParams(),
        signature.params(),
        signature.rest(),
        signature.keywords(),
        Basic.BOOL);
  }

  private Code ensured(
      Definition.Clauses clauses, Signature signature, Ast ensure, Scheme scheme, Code code) {
    var effects = new EffectVar();
    var scope = new FunctionScope(null, scheme.name() + "!", Basic.BOOL, effects);
    var body = new Body(cx);
    var check = body.infer(ensure, new At(null, scope, clauses.captured(), signature.typeParams()));
    var latent = new EffectVar();
    var expected = new Type.Fn(List.of(scheme.result()), Basic.BOOL, latent);
    if (!cx.unifier().assign(check.type(), expected)) {
      var reason = "what is ensured is a function %s, not %s".formatted(expected, check.type());
      cx.error(
          Diagnostic.of(
              Kind.CHECK_ENSURE_FN_INVALID,
              ensure.span(),
              ":" + clauses.name() + ": " + reason,
              ":" + clauses.name(),
              reason));
      return code;
    }
    effects.include(latent);
    bodies.pure().add(new Bodies.Pure(":ensure of :" + clauses.name(), effects, ensure.span()));
    body.overloads().finish();
    return Ensure.code(clauses.name(), code, Settle.settled(check), scope.slots());
  }
}
