package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.lower.Lowered;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/// Emits the methods that choose among compiled functions by their numbers. They come in pieces, as
/// the JVM never compiles a method of more than 8000 bytes.
final class Entries {
  private static final int PIECE_BITS = 5;
  private static final int PIECE = 1 << PIECE_BITS;
  private static final MethodTypeDesc CALL =
      MethodTypeDesc.of(
          CD_Object, Compiler.ACTIVATION, CD_int, Compiler.OBJECTS, Compiler.OBJECTS, CD_int);
  private static final MethodTypeDesc STEPS =
      MethodTypeDesc.of(CD_boolean, Compiler.ACTIVATION, CD_int, StepMethods.STANDING);

  private final Compiler compiler;
  private final ClassBuilder builder;

  Entries(Compiler compiler, ClassBuilder builder) {
    this.compiler = compiler;
    this.builder = builder;
  }

  /// [Compiled#call]: what was captured comes in its order.
  void call(List<Code> codes) {
    emit("call", CALL, codes, this::call);
  }

  private void call(CodeBuilder body, Code code) {
    body.aload(0);
    for (int i = 0; i < code.captured().size(); i++) {
      value(body, 2, i, code, code.captured().get(i));
    }
    for (int i = 0; i < code.params(); i++) {
      value(body, 3, i, code, i);
    }
    body.iload(4);
    body.invokestatic(compiler.own(), Compiler.methodName(code.name()), compiler.type(code));
    Boxes.convert(body, compiler.rep(code.result()), Object.class);
    body.areturn();
  }

  private void value(CodeBuilder body, int array, int index, Code code, int slot) {
    body.aload(array).loadConstant(index).aaload();
    Boxes.convert(body, Object.class, compiler.rep(code.slots().get(slot)));
  }

  /// [Compiled#steps].
  void steps(List<Lowered> functions) {
    emit(
        "steps",
        STEPS,
        functions,
        (body, function) ->
            body.aload(0)
                .aload(2)
                .invokestatic(compiler.own(), StepMethods.name(function), StepMethods.TYPE)
                .ireturn());
  }

  /// @param one chooses the element that the number is of
  private <T> void emit(
      String name, MethodTypeDesc type, List<T> all, BiConsumer<CodeBuilder, T> one) {
    int pieces = (all.size() + PIECE - 1) >> PIECE_BITS;
    for (int i = 0; i < pieces; i++) {
      var piece = all.subList(i * PIECE, Math.min(all.size(), (i + 1) * PIECE));
      builder.withMethodBody(
          name + i,
          type,
          ClassFile.ACC_STATIC,
          body -> {
            body.iload(1).loadConstant(PIECE - 1).iand();
            choose(body, type, piece.size(), number -> one.accept(body, piece.get(number)));
          });
    }
    builder.withMethodBody(
        name,
        type,
        ClassFile.ACC_PUBLIC,
        body -> {
          body.iload(2).loadConstant(PIECE_BITS).ishr();
          choose(body, type, pieces, piece -> forward(name + piece, type, body));
        });
  }

  private void forward(String name, MethodTypeDesc type, CodeBuilder body) {
    for (int i = 0; i < type.parameterCount(); i++) {
      body.loadLocal(TypeKind.from(type.parameterType(i)), i + 1);
    }
    body.invokestatic(compiler.own(), name, type).return_(TypeKind.from(type.returnType()));
  }

  private static void choose(CodeBuilder body, MethodTypeDesc type, int count, IntConsumer each) {
    var cases = new ArrayList<SwitchCase>();
    var labels = new ArrayList<Label>();
    for (int i = 0; i < count; i++) {
      labels.add(body.newLabel());
      cases.add(SwitchCase.of(i, labels.get(i)));
    }
    var otherwise = body.newLabel();
    body.tableswitch(0, Math.max(0, count - 1), otherwise, cases);
    for (int i = 0; i < count; i++) {
      body.labelBinding(labels.get(i));
      each.accept(i);
    }
    var kind = TypeKind.from(type.returnType());
    body.labelBinding(otherwise);
    Compiler.nothing(kind, body);
    body.return_(kind);
  }
}
