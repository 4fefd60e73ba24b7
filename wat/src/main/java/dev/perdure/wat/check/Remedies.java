package dev.perdure.wat.check;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.diagnostic.Remedy;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.List;

/// What to write in place of what does not fit, or is not there.
final class Remedies {
  /// Java is not ambient (W14.2).
  private static final List<Remedy> DECLARED =
      List.of(
          new Remedy(
              ":wat::core::defeffect",
              Remedy.Kind.MISSING,
              1,
              "declare an effect interface, which Java implements, and call its operation"));

  private Remedies() {}

  /// Conversions that a person most often means; empty if there is none.
  static List<Remedy> of(Checking cx, Core arg, Type expected) {
    if (!(arg instanceof Core.Literal(var form, var type, _))
        || !(form instanceof Form.Int(long value))
        || !Type.is(type, Basic.I64.name())) {
      return List.of();
    }
    if (cx.unifier().couldAssign(Basic.F64, expected)) {
      return List.of(new Remedy(value + ".0", Remedy.Kind.TYPO, 1, null));
    }
    return cx.unifier().couldAssign(Basic.BIGINT, expected)
        ? List.of(new Remedy(value + "N", Remedy.Kind.TYPO, 1, null))
        : List.of();
  }

  /// Of the head of a call that nothing declares.
  static List<Remedy> callee(String path, Checking cx) {
    return path.startsWith("java::") ? DECLARED : cx.similar(path);
  }
}
