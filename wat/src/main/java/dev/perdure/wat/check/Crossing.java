package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.type.Type;

/// What leaves a thread or the program, and what comes into it. It is looked at when all types of a
/// body are known.
final class Crossing {
  private final Checking cx;
  private final Calls calls;

  Crossing(Checking cx, Calls calls) {
    this.cx = cx;
    this.calls = calls;
  }

  /// A call of a primitive whose metadata say that something crosses: a type that must be portable
  /// under `:portable`, one that the use fixes under `:wants`.
  void of(Definition.Primitive primitive, Scheme.Instance instance, Span span) {
    var leaves = primitive.metadata().text("portable");
    if (leaves != null) {
      leaves(primitive.name(), instance.bindings().getOrDefault(leaves, cx.unknown()), span);
    }
    if (Told.isTold(primitive)) {
      calls.atEnd(() -> Untold.in(instance.result(), span));
    }
  }

  /// What leaves is portable (W11, W12).
  void leaves(String callee, Type type, Span span) {
    calls.atEnd(() -> {
      var whole = Type.whole(type);
      if (!cx.types().isPortable(whole)) {
        cx.error(Faults.impure(callee, whole, span));
      }
    });
  }
}
