package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/// The function that a primitive is where it is used as a value: it does nothing but its operation.
final class Forwarding {
  private Forwarding() {}

  /// @param told the arguments of the operation, made of those of the function
  static Code code(Scheme scheme, Operation operation, UnaryOperator<List<Core>> told, Span span) {
    var slots = new ArrayList<Type>(scheme.params());
    if (scheme.rest() != null) {
      slots.add(scheme.rest());
    }
    slots.addAll(scheme.keywords().values());
    var args = told.apply(locals(slots, span));
    return new Code(
        scheme.name(),
        slots.size(),
        List.of(),
        slots,
        Collections.nCopies(slots.size(), ""),
        scheme.body(),
        scheme.result(),
        new Core.Apply(operation, args, scheme.result(), span),
        span);
  }

  /// What a function was called with.
  static List<Core> locals(List<Type> types, Span span) {
    var locals = new ArrayList<Core>();
    for (var type : types) {
      locals.add(new Core.Local(locals.size(), type, span));
    }
    return locals;
  }
}
