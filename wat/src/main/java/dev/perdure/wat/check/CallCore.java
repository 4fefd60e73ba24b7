package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.type.EffectVar;
import java.util.ArrayList;
import java.util.List;

/// The core form of a call of what has a name.
final class CallCore {
  private CallCore() {}

  /// @param effects what the call may do
  static Core of(
      Definition definition,
      Scheme scheme,
      List<Core> args,
      EffectVar effects,
      Scheme.Instance instance,
      Span span) {
    return switch (definition) {
      case Definition.Primitive primitive ->
          new Core.Apply(
              primitive(primitive, scheme),
              Told.args(primitive, args, instance.bindings(), span),
              instance.result(),
              span);
      case Definition.Extern extern ->
          new Core.Apply(
              new Operation.Perform(extern.effect(), extern.name()), args, instance.result(), span);
      default -> new Core.Call(scheme.name(), args, effects, instance.result(), span);
    };
  }

  /// What a primitive does: by itself, or asked of the world.
  static Operation primitive(Definition.Primitive primitive, Scheme scheme) {
    var effect = primitive.effects().isEmpty() ? "latent" : primitive.effects().getFirst();
    if (!effect.equals("latent")) {
      return new Operation.Perform(effect, primitive.name());
    }
    var member = primitive.metadata().text("java");
    var params = new ArrayList<>(scheme.params());
    if (scheme.rest() != null) {
      params.add(scheme.rest());
    }
    if (Told.isTold(primitive)) {
      params.add(Context.TYPE);
    }
    return new Operation.Java(
        primitive.name(),
        member == null ? "" : member,
        params,
        scheme.result(),
        !primitive.effects().isEmpty());
  }
}
