package dev.perdure.sim.plant;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.function.BiConsumer;

/// One bug: a change of one method of a shipped class.
///
/// @param name what is wrong then
/// @param className of the class that is changed
/// @param method in it, every overload
/// @param change of the method's code
public record Plant(String name, String className, String method, Change change) {

  /// What is done to a method.
  public sealed interface Change {
    /// A method without result does nothing.
    record Nothing() implements Change {}

    /// A method that returns a `long` returns this one.
    record Constant(long value) implements Change {}

    /// Leaves calls of a method out; what they would return is zero, false or null.
    record WithoutCalls(String owner, String name) implements Change {}

    /// Like [WithoutCalls]; what they would return is true.
    record AlwaysTrue(String owner, String name) implements Change {}

    /// Like [WithoutCalls]; what they would return is what they are asked of.
    record Unchanged(String owner, String name) implements Change {}
  }

  /// The changed class file.
  byte[] plantIn(byte[] shipped) {
    var file = ClassFile.of();
    var model = file.parse(shipped);
    boolean[] done = new boolean[1];
    var transform =
        ClassTransform.transformingMethodBodies(
            m -> m.methodName().equalsString(method) && m.code().isPresent(), code(done));
    var planted = file.transformClass(model, transform);
    if (!done[0]) {
      throw new IllegalStateException("nothing to change in " + method + " of " + className);
    }
    return planted;
  }

  /// @param done set when something was changed
  private CodeTransform code(boolean[] done) {
    return switch (change) {
      case Change.Nothing _ -> replacing(0, done);
      case Change.Constant c -> replacing(c.value(), done);
      case Change.WithoutCalls w ->
          leavingOut(w.owner(), w.name(), (b, call) -> dropAll(b, call, 0), done);
      case Change.AlwaysTrue a ->
          leavingOut(a.owner(), a.name(), (b, call) -> dropAll(b, call, 1), done);
      case Change.Unchanged u -> leavingOut(u.owner(), u.name(), Plant::dropArguments, done);
    };
  }

  /// Drops the whole code and returns the value instead.
  private CodeTransform replacing(long value, boolean[] done) {
    return CodeTransform.ofStateful(() ->
        new CodeTransform() {
          @Override
          public void accept(CodeBuilder builder, CodeElement element) {}

          @Override
          public void atEnd(CodeBuilder builder) {
            done[0] = true;
            returning(builder, value);
          }
        });
  }

  private void returning(CodeBuilder builder, long value) {
    var kind = change instanceof Change.Constant ? TypeKind.LONG : TypeKind.VOID;
    push(builder, kind, value);
    builder.return_(kind);
  }

  private static void push(CodeBuilder builder, TypeKind kind, long value) {
    switch (kind) {
      case VOID -> {}
      case LONG -> builder.loadConstant(value);
      case DOUBLE -> builder.loadConstant((double) value);
      case FLOAT -> builder.loadConstant((float) value);
      case REFERENCE -> builder.aconst_null();
      case INT, BOOLEAN, BYTE, CHAR, SHORT -> builder.loadConstant((int) value);
    }
  }

  private static CodeTransform leavingOut(
      String owner,
      String name,
      BiConsumer<CodeBuilder, InvokeInstruction> instead,
      boolean[] done) {
    return (builder, element) -> {
      if (element instanceof InvokeInstruction call
          && call.owner().asInternalName().endsWith(owner)
          && call.name().equalsString(name)) {
        done[0] = true;
        instead.accept(builder, call);
      } else {
        builder.with(element);
      }
    };
  }

  /// Takes the call's arguments and its receiver off the stack and puts a result there.
  private static void dropAll(CodeBuilder builder, InvokeInstruction call, long result) {
    dropArguments(builder, call);
    if (call.opcode() != Opcode.INVOKESTATIC) {
      builder.pop();
    }
    push(builder, TypeKind.from(call.typeSymbol().returnType()), result);
  }

  private static void dropArguments(CodeBuilder builder, InvokeInstruction call) {
    for (var parameter : List.copyOf(call.typeSymbol().parameterList()).reversed()) {
      pop(builder, TypeKind.from(parameter));
    }
  }

  private static void pop(CodeBuilder builder, TypeKind kind) {
    if (kind.slotSize() == 2) {
      builder.pop2();
    } else {
      builder.pop();
    }
  }
}
