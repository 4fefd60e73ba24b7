package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.List;

/// Reads fields.
final class FieldOf {
  private FieldOf() {}

  /// The field at a place of a record or struct that is known.
  static Core of(Checking cx, TypeDecl.Aggregate type, int index, List<Type> args, Core subject) {
    return new Core.Apply(
        new Operation.Field(type.name(), index, type.fields().get(index).name()),
        List.of(subject),
        cx.fieldType(type, index, args),
        subject.span());
  }

  /// The field of a name: with its declared type if the subject's is known and has it; of a map,
  /// what it has under the keyword, as an Option; else of an unknown type, looked at when it runs.
  static Core byName(Checking cx, String field, Core subject, Span span) {
    var type = Type.isUnknown(subject.type()) ? cx.unknown() : cx.fresh();
    if (Type.head(subject.type()) instanceof Type.Named named) {
      if (cx.types().find(named.name()) instanceof TypeDecl.Aggregate aggregate
          && aggregate.index(field) >= 0) {
        return of(cx, aggregate, aggregate.index(field), named.args(), subject);
      }
      if (named.name().equals(Basic.HASH_MAP)) {
        type = Basic.option(named.args().get(1));
      }
    }
    return new Core.Apply(new Operation.FieldByName(field, type), List.of(subject), type, span);
  }

  /// What is read where it is looked at in its use, which says better what it should have been.
  static Core unchecked(Checking cx, Core core) {
    return core
            instanceof Core.Apply(Operation.FieldByName(var field, _), var args, var type, var span)
        ? new Core.Apply(new Operation.FieldByName(field, cx.fresh()), args, type, span)
        : core;
  }
}
