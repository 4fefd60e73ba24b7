package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The methods that loops are made of: they are emitted when all that may call them was.
final class Loops {
  private final Compiler compiler;
  private final ArrayDeque<Consumer<ClassBuilder>> pending = new ArrayDeque<>();
  private final IdentityHashMap<Code, Method> steps = new IdentityHashMap<>();
  private int count;

  Loops(Compiler compiler) {
    this.compiler = compiler;
  }

  /// A method of the compiled class; it takes the activation first and the depth last.
  ///
  /// @param params how it holds its parameters, without what was captured
  record Method(String name, MethodTypeDesc type, List<Class<?>> params, Class<?> result) {
    Method {
      params = List.copyOf(params);
    }
  }

  /// Emits what was called so far, and what that calls.
  void emit(ClassBuilder builder) {
    while (!pending.isEmpty()) {
      pending.pop().accept(builder);
    }
  }

  /// The method of a function that is known where it is called; null if it is not.
  @Nullable Method known(Core function) {
    var code = code(function);
    return code == null
        ? null
        : new Method(
            Compiler.methodName(code.name()),
            compiler.type(code),
            params(code),
            compiler.rep(code.result()));
  }

  /// The method of a function that is called with what it gave before, if it can change that in
  /// place: it takes and gives a builder. Null if it cannot.
  @Nullable Method step(Core function) {
    var code = code(function);
    if (code == null) {
      return null;
    }
    var known = steps.get(code);
    if (known != null) {
      return known;
    }
    var inPlace = InPlace.ofStep(code, compiler.forwarding());
    if (!inPlace.isAny()) {
      return null;
    }
    var builder = Compiler.desc(inPlace.builder());
    var type =
        compiler
            .type(code)
            .changeParameterType(1 + code.captured().size(), builder)
            .changeReturnType(builder);
    var params = new ArrayList<>(params(code));
    params.set(0, inPlace.builder());
    var step =
        new Method(Compiler.methodName(code.name()) + "_step", type, params, inPlace.builder());
    steps.put(code, step);
    pending.add(made ->
        made.withMethodBody(
            step.name(), type, ClassFile.ACC_STATIC, body -> step(code, body, inPlace)));
    return step;
  }

  private void step(Code code, CodeBuilder body, InPlace inPlace) {
    var locals = new Locals(compiler, code, body, inPlace, Unpacked.NONE);
    var emitter = new Emitter(compiler, code, body, inPlace.builder(), Map.of(), locals);
    int depth = locals.given(1);
    locals.own(depth, depth + 1);
    emitter.emit();
  }

  private @Nullable Code code(Core function) {
    var code =
        switch (compiler.direct(function)) {
          case Core.Lambda(var inner, _, _, _) -> inner;
          case Core.Named(var name, _, _) -> compiler.code(name);
          default -> null;
        };
    return code != null && compiler.isCompiled(code) ? code : null;
  }

  private List<Class<?>> params(Code code) {
    return compiler.representations().ofAll(code.slots().subList(0, code.params()));
  }

  /// Calls a method: on the stack stands what it takes.
  void call(Method method, CodeBuilder body) {
    body.invokestatic(compiler.own(), method.name(), method.type());
  }

  /// Calls the method of a loop: on the stack stands what it takes.
  void call(LoopPlan plan, CodeBuilder body) {
    var name = "loop" + count++;
    body.invokestatic(compiler.own(), name, plan.type());
    pending.add(made ->
        made.withMethodBody(
            name,
            plan.type(),
            ClassFile.ACC_STATIC,
            own -> new LoopMethod(compiler, plan, own).emit()));
  }
}
