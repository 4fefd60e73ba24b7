package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.perdure.wat.core.Code;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// Emits the methods that call compiled functions by their numbers. They come in pieces, as the JVM
/// never compiles a method of more than 8000 bytes.
final class Entries {
  private static final int PIECE_BITS = 5;
  private static final int PIECE = 1 << PIECE_BITS;
  private static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          CD_Object, Compiler.ACTIVATION, CD_int, Compiler.OBJECTS, Compiler.OBJECTS, CD_int);
  private static final MethodTypeDesc PART_TYPE =
      MethodTypeDesc.of(CD_Object, Compiler.ACTIVATION, CD_int, Compiler.OBJECTS, CD_int);

  private final Compiler compiler;
  private final ClassBuilder builder;

  Entries(Compiler compiler, ClassBuilder builder) {
    this.compiler = compiler;
    this.builder = builder;
  }

  /// [Compiled#call]: what was captured comes in its order.
  void call(List<Code> codes) {
    emit(
        "call",
        TYPE,
        codes,
        body ->
            code -> {
              for (int i = 0; i < code.captured().size(); i++) {
                value(body, 2, i, code, code.captured().get(i));
              }
              for (int i = 0; i < code.params(); i++) {
                value(body, 3, i, code, i);
              }
              body.iload(4);
            });
  }

  /// [Compiled#part]: what was captured is where the frame has it.
  void part(List<Code> parts) {
    emit(
        "part",
        PART_TYPE,
        parts,
        body ->
            code -> {
              code.captured().forEach(slot -> value(body, 2, slot, code, slot));
              body.iload(3);
            });
  }

  private void value(CodeBuilder body, int array, int index, Code code, int slot) {
    body.aload(array).loadConstant(index).aaload();
    Boxes.convert(body, Object.class, compiler.rep(code.slots().get(slot)));
  }

  /// Loads what a function is called with.
  @FunctionalInterface
  private interface Given {
    Loader in(CodeBuilder body);
  }

  @FunctionalInterface
  private interface Loader {
    void load(Code code);
  }

  private void emit(String name, MethodTypeDesc type, List<Code> codes, Given given) {
    int pieces = (codes.size() + PIECE - 1) >> PIECE_BITS;
    for (int i = 0; i < pieces; i++) {
      var piece = codes.subList(i * PIECE, Math.min(codes.size(), (i + 1) * PIECE));
      builder.withMethodBody(
          name + i,
          type,
          ClassFile.ACC_STATIC,
          body -> {
            body.iload(1).loadConstant(PIECE - 1).iand();
            choose(body, piece.size(), one -> one(piece.get(one), body, given));
          });
    }
    builder.withMethodBody(
        name,
        type,
        ClassFile.ACC_PUBLIC,
        body -> {
          body.iload(2).loadConstant(PIECE_BITS).ishr();
          choose(body, pieces, piece -> forward(name + piece, type, body));
        });
  }

  private void forward(String name, MethodTypeDesc type, CodeBuilder body) {
    for (int i = 0; i < type.parameterCount(); i++) {
      if (type.parameterType(i).equals(CD_int)) {
        body.iload(i + 1);
      } else {
        body.aload(i + 1);
      }
    }
    body.invokestatic(compiler.own(), name, type).areturn();
  }

  private void one(Code code, CodeBuilder body, Given given) {
    body.aload(0);
    given.in(body).load(code);
    body.invokestatic(compiler.own(), Compiler.methodName(code.name()), compiler.type(code));
    Boxes.convert(body, compiler.rep(code.result()), Object.class);
    body.areturn();
  }

  private static void choose(CodeBuilder body, int count, IntConsumer each) {
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
    body.labelBinding(otherwise).aconst_null().areturn();
  }
}
