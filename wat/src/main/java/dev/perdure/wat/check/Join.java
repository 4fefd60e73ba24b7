package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.List;

/// The type of branches that must agree; one that never gives a value takes the others' type.
final class Join {
  private Join() {}

  static Type of(Checking cx, String head, String param, Type first, Type second, Span secondSpan) {
    if (Type.is(second, Basic.NEVER.name())) {
      return first;
    }
    if (Type.is(first, Basic.NEVER.name())) {
      return second;
    }
    if (!cx.unifier().unify(first, second)) {
      cx.error(Faults.mismatch(head, param, first, second, secondSpan, List.of()));
      return cx.unknown();
    }
    return first;
  }
}
