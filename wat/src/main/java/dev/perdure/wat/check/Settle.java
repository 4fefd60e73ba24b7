package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.CoreMap;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeMap;

/// Rebuilds the core form of a body when all is decided: what was put off is replaced by what it
/// was decided to be, and types by what they were found to be.
final class Settle extends CoreMap {
  private final TypeMap whole = new TypeMap() {};

  private Settle() {}

  static Code settled(Code code) {
    return new Settle().of(code);
  }

  static Core settled(Core core) {
    return new Settle().of(core);
  }

  @Override
  protected Type type(Type type) {
    return whole.of(type);
  }

  @Override
  protected Operation operation(Operation operation, Type type, Span span) {
    return switch (operation) {
      case Operation.Context(var wanted) -> new Operation.Context(whole.of(wanted));
      case Operation.FieldByName(var field, var wanted) -> {
        Untold.in(type, span);
        yield new Operation.FieldByName(field, whole.of(wanted));
      }
      default -> operation;
    };
  }
}
