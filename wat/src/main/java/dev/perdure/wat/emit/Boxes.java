package dev.perdure.wat.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Turns values on the stack from one representation into another.
final class Boxes {
  private Boxes() {}

  /// @param from what is on the stack
  /// @param to what is wanted there
  static void convert(CodeBuilder body, Class<?> from, Class<?> to) {
    if (from == to) {
      return;
    }
    var collection = Builders.built(to);
    if (Builders.built(from) != null) {
      convert(body, Builders.build(body, from), to);
    } else if (collection != null) {
      convert(body, from, collection);
      Builders.open(body, to);
    } else if (from.isPrimitive()) {
      box(body, from);
      if (to.isPrimitive()) {
        unbox(body, to);
      } else if (!to.isAssignableFrom(boxed(from))) {
        body.checkcast(Compiler.desc(to));
      }
    } else if (to.isPrimitive()) {
      unbox(body, to);
    } else if (!to.isAssignableFrom(from)) {
      if (AggregateClass.isOne(to)) {
        AggregateClass.of(to, body);
      } else {
        body.checkcast(Compiler.desc(to));
      }
    }
  }

  private static Class<?> boxed(Class<?> type) {
    return type == long.class ? Long.class : type == double.class ? Double.class : Boolean.class;
  }

  private static void box(CodeBuilder body, Class<?> type) {
    var box = Compiler.desc(boxed(type));
    body.invokestatic(box, "valueOf", MethodTypeDesc.of(box, Compiler.desc(type)));
  }

  private static void unbox(CodeBuilder body, Class<?> type) {
    ClassDesc box = Compiler.desc(boxed(type));
    body.checkcast(box);
    if (type == long.class) {
      body.invokevirtual(box, "longValue", MethodTypeDesc.of(ConstantDescs.CD_long));
    } else if (type == double.class) {
      body.invokevirtual(box, "doubleValue", MethodTypeDesc.of(ConstantDescs.CD_double));
    } else {
      body.invokevirtual(box, "booleanValue", MethodTypeDesc.of(ConstantDescs.CD_boolean));
    }
  }
}
