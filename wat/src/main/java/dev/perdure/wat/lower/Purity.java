package dev.perdure.wat.lower;

import dev.perdure.wat.check.Effects;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.IdentityHashMap;
import java.util.List;

/// Which expressions of a function touch nothing.
final class Purity {
  private final Effects effects;
  private final IdentityHashMap<Core, Boolean> pure = new IdentityHashMap<>();

  Purity(Effects effects) {
    this.effects = effects;
  }

  /// Whether it is pure and gives a value: it leaves no function.
  boolean isPart(Core core) {
    var known = pure.get(core);
    if (known == null) {
      known = isPure(core);
      pure.put(core, known);
    }
    return known;
  }

  private boolean isPure(Core core) {
    return switch (core) {
      case Core.Literal _, Core.Quoted _, Core.Local _, Core.Constant _, Core.Named _ -> true;
      case Core.Lambda _, Core.Delay _ -> true;
      case Core.Call call -> isPure(call.effects()) && all(call.args());
      case Core.Invoke invoke ->
          isPure(invoke.effects()) && isPart(invoke.function()) && all(invoke.args());
      case Core.Apply apply -> isPure(apply) && all(apply.args());
      case Core.If choice ->
          isPart(choice.condition()) && isPart(choice.then()) && isPart(choice.otherwise());
      case Core.Let let -> isPart(let.value()) && isPart(let.body());
      case Core.Do(List<Core> all, _, _) -> all(all);
      case Core.Cases cases ->
          isPart(cases.subject()) && cases.cases().stream().allMatch(this::one);
      // leaves the function, and so is no part of it
      case Core.Return _ -> false;
      case Core.Later later -> isPart(later.decided());
    };
  }

  /// Whether it is a call of what may touch the world.
  boolean touches(Core core) {
    return switch (core) {
      case Core.Call call -> !isPure(call.effects());
      case Core.Invoke invoke -> !isPure(invoke.effects());
      case Core.Apply apply -> apply.operation() instanceof Operation.Spread && !isPure(apply);
      default -> false;
    };
  }

  private boolean isPure(EffectVar set) {
    return effects.reach(set) == Effects.Reach.PURE;
  }

  private boolean isPure(Core.Apply apply) {
    return switch (apply.operation()) {
      case Operation.Perform _ -> false;
      case Operation.Spread _ ->
          Type.head(apply.args().getFirst().type()) instanceof Type.Fn fn && isPure(fn.latent());
      case Operation.Java java ->
          !java.forces() || apply.args().stream().noneMatch(arg -> mayTouch(arg.type()));
      case Operation _ -> true;
    };
  }

  /// Whether it is an operation that forces the streams that it takes.
  static boolean forces(Core core) {
    return core instanceof Core.Apply(Operation.Java java, _, _, _) && java.forces();
  }

  /// Whether a value of the type is a stream, or walked like one, that touches the world when it is
  /// forced.
  boolean mayTouch(Type type) {
    return Type.head(type) instanceof Type.Named named
        && named.latent() != null
        && !isPure(named.latent());
  }

  private boolean all(List<Core> cores) {
    return cores.stream().allMatch(this::isPart);
  }

  private boolean one(Core.Case one) {
    return isPart(one.body())
        && one.steps().stream()
            .allMatch(step ->
                switch (step) {
                  case Core.Step.Test(var condition) -> isPart(condition);
                  case Core.Step.Bind(_, var value) -> isPart(value);
                });
  }
}
