package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Stream;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Emits function values, and streams that are computed later, with what they have captured.
final class Closures {
  private static final ClassDesc CODE = Compiler.desc(Code.class);
  private static final ClassDesc FUNCTION = Compiler.desc(Function.class);
  private static final ClassDesc STREAM = Compiler.desc(Stream.class);

  private final Emitter emitter;
  private final Locals locals;
  private final CodeBuilder body;

  Closures(Emitter emitter, Locals locals, CodeBuilder body) {
    this.emitter = emitter;
    this.locals = locals;
    this.body = body;
  }

  void closure(Code inner, List<Integer> captures) {
    made("closure", FUNCTION, inner, captures);
  }

  void delay(Code inner, List<Integer> captures) {
    made("delay", STREAM, inner, captures);
  }

  private void made(String method, ClassDesc type, Code inner, List<Integer> captures) {
    body.aload(0);
    emitter.constant(inner, Code.class);
    captured(captures);
    body.invokevirtual(
        Compiler.ACTIVATION, method, MethodTypeDesc.of(type, CODE, Compiler.OBJECTS));
  }

  private void captured(List<Integer> captures) {
    body.loadConstant(captures.size()).anewarray(CD_Object);
    for (int i = 0; i < captures.size(); i++) {
      int slot = captures.get(i);
      body.dup().loadConstant(i);
      locals.load(slot);
      Boxes.convert(body, locals.rep(slot), Object.class);
      body.aastore();
    }
  }
}
