package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.type.EffectName;
import dev.perdure.wat.type.EffectVar;
import java.util.List;

/// Whether what a program does stays within what it says: under `:effects`, and where it may do
/// nothing (W4).
final class EffectBounds {
  private final Checking cx;
  private final EffectSolver solver;

  /// @param solver knows what all functions do
  EffectBounds(Checking cx, EffectSolver solver) {
    this.cx = cx;
    this.solver = solver;
  }

  /// Looks at all that a program says about effects.
  ///
  /// @param pure what must have none
  void check(Declarations program, List<Bodies.Pure> pure) {
    for (var definition : program.definitions()) {
      var allowed = definition.metadata().paths("effects");
      if (allowed != null) {
        switch (definition) {
          case Definition.Function function ->
              bounded(
                  function.name(),
                  function.name(),
                  cx.scheme(function).body(),
                  allowed,
                  function.span());
          case Definition.Clauses clauses -> {
            for (int i = 0; i < clauses.clauses().size(); i++) {
              bounded(
                  clauses.name(),
                  clauses.name(),
                  cx.scheme(clauses, i).body(),
                  allowed,
                  clauses.span());
            }
          }
          default -> {}
        }
      }
    }
    for (var closure : cx.bounds()) {
      bounded(
          closure.function(), closure.name(), closure.effects(), closure.allowed(), closure.span());
    }
    for (var one : pure) {
      for (var effect : solver.effects(one.effects())) {
        notAllowed("", one.context(), List.of(), effect, one.effects(), one.span());
      }
      if (solver.isGiven(one.effects())) {
        notAllowed("", one.context(), List.of(), "any", one.effects(), one.span());
      }
    }
  }

  /// @param function whose set of effects it is
  /// @param name of what says what it does
  private void bounded(
      String function, String name, EffectVar effects, List<String> allowed, Span span) {
    for (var effect : EffectSolver.beyond(solver.effects(effects), allowed)) {
      notAllowed(function, ":" + name, allowed, effect, effects, span);
    }
  }

  private void notAllowed(
      String function,
      String context,
      List<String> bound,
      String effect,
      EffectVar effects,
      Span span) {
    var allowed = bound.stream().map(EffectName::shown).toList();
    var via = solver.via(function, effects, effect);
    cx.error(
        Diagnostic.of(
            Kind.CHECK_EFFECT_NOT_ALLOWED,
            via.isEmpty() ? span : via.getFirst().span(),
            "%s may do %s, and does %s".formatted(context, allowed, EffectName.shown(effect)),
            context,
            allowed,
            EffectName.shown(effect),
            via));
  }
}
