package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The function that a primitive is where it is used as a value: it does nothing but its operation.
final class Forwarding {
  private Forwarding() {}

  static Code code(Scheme scheme, Operation operation, Span span) {
    var slots = new ArrayList<Type>(scheme.params());
    if (scheme.rest() != null) {
      slots.add(scheme.rest());
    }
    slots.addAll(scheme.keywords().values());
    var args = new ArrayList<Core>();
    for (var type : slots) {
      args.add(new Core.Local(args.size(), type, span));
    }
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
}
