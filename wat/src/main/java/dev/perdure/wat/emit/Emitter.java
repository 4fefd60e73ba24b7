package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.syntax.Form;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Emits the body of one function. Local 0 is the activation; the others are what was captured, the
/// parameters, the depth, and the other slots, numbers unboxed.
final class Emitter {
  private static final ClassDesc FUNCTION = Compiler.desc(Function.class);

  private final Compiler compiler;
  private final Code code;
  private final CodeBuilder body;
  private final Locals locals;
  private final Class<?> result;
  private final Map<String, Emitter> together;
  private final Label start;
  private final Applications applications;
  private final Closures closures;
  private final Ranges ranges;

  /// Whether the depth of the calls from here was looked at before on each way that leads here.
  private boolean isDeeper;

  /// @param result how the method holds what it gives
  /// @param together the functions whose bodies stand in the same method, by name: a call of one in
  ///   tail position is a jump
  /// @param locals where it has its slots
  Emitter(
      Compiler compiler,
      Code code,
      CodeBuilder body,
      Class<?> result,
      Map<String, Emitter> together,
      Locals locals) {
    this.compiler = compiler;
    this.code = code;
    this.body = body;
    this.result = result;
    this.together = together;
    this.locals = locals;
    this.start = body.newLabel();
    this.applications = new Applications(compiler, this, body);
    this.closures = new Closures(this, locals, body);
    this.ranges = new Ranges(compiler, locals);
  }

  /// Where it has its slots.
  Locals locals() {
    return locals;
  }

  /// Where its body begins.
  Label start() {
    return start;
  }

  /// What is known of whole numbers here.
  Ranges ranges() {
    return ranges;
  }

  private static TypeKind kind(Class<?> type) {
    return TypeKind.from(type);
  }

  void emit() {
    body.labelBinding(start);
    tail(code.body());
  }

  /// What stands in tail position: its value is returned.
  private void tail(Core given) {
    var core = compiler.direct(given);
    switch (core) {
      case Core.If(var condition, var then, var otherwise, _, _) -> {
        var not = body.newLabel();
        value(condition, boolean.class);
        body.ifeq(not);
        branch(condition, true, () -> tail(then));
        body.labelBinding(not);
        branch(condition, false, () -> tail(otherwise));
      }
      case Core.Let(int slot, var value, var inner, _, _) -> {
        store(slot, value);
        tail(inner);
      }
      case Core.Do(List<Core> steps, _, _) -> {
        steps.subList(0, steps.size() - 1).forEach(this::dropped);
        tail(steps.getLast());
      }
      case Core.Cases(var cases, _, _, _) -> {
        cases.forEach(one -> {
          var next = body.newLabel();
          branch(() -> {
            steps(one, next);
            tail(one.body());
          });
          body.labelBinding(next);
        });
        gaveUp(body);
      }
      case Core.Return(var value, _, _) -> tail(value);
      case Core.Call(var function, var args, _, _, _) when together.containsKey(function) ->
          jump(Objects.requireNonNull(together.get(function)), args);
      case Core.Invoke(var function, var args, _, _, _) -> {
        invoke(function, args, false, locals.rep(core));
        given(core);
      }
      case Core.Apply(Operation.Spread(int fixed), var args, _, _) -> {
        spread(fixed, args, false, locals.rep(core));
        given(core);
      }
      default -> returned(core);
    }
  }

  /// Returns what stands on the stack as the value of an expression.
  private void given(Core core) {
    Boxes.convert(body, locals.rep(core), result);
    body.return_(kind(result));
  }

  private void returned(Core core) {
    value(core, result);
    body.return_(kind(result));
  }

  private void jump(Emitter to, List<Core> args) {
    for (int i = 0; i < args.size(); i++) {
      to.locals.next(i, compiler.direct(args.get(i)), this);
    }
    for (int i = args.size() - 1; i >= 0; i--) {
      to.locals.store(i);
    }
    body.aload(0)
        .invokevirtual(Compiler.ACTIVATION, "check", MethodTypeDesc.of(CD_void))
        .goto_(to.start);
  }

  /// Leaves it to the interpreter.
  static void gaveUp(CodeBuilder body) {
    body.aload(0)
        .invokevirtual(
            Compiler.ACTIVATION, "gaveUp", MethodTypeDesc.of(Compiler.desc(RuntimeException.class)))
        .athrow();
  }

  private void store(int slot, Core value) {
    value(value, locals.rep(slot));
    locals.store(slot);
    ranges.forget(slot);
  }

  private void dropped(Core core) {
    var type = compiler.rep(core.type());
    value(core, type);
    if (kind(type).slotSize() == 2) {
      body.pop2();
    } else {
      body.pop();
    }
  }

  private void steps(Core.Case one, Label next) {
    for (var step : one.steps()) {
      switch (step) {
        case Core.Step.Test(var condition) -> {
          value(condition, boolean.class);
          body.ifeq(next);
        }
        case Core.Step.Bind(int slot, var value) -> store(slot, value);
      }
    }
  }

  /// Leaves the value of an expression on the stack.
  ///
  /// @param wanted how it is to be held there
  void value(Core given, Class<?> wanted) {
    var core = compiler.direct(given);
    var loop = Loop.of(core, compiler.forwarding());
    if (loop != null) {
      loop(loop, wanted);
      return;
    }
    var own = locals.rep(core);
    switch (core) {
      case Core.Literal(var form, _, _) -> literal(form, own);
      case Core.Quoted(var ast, _, _) -> constant(ast, own);
      case Core.Local(int slot, _, _) -> {
        locals.load(slot);
        Boxes.convert(body, locals.rep(slot), own);
      }
      case Core.Constant(var name, _, _) -> {
        body.aload(0)
            .loadConstant(name)
            .invokevirtual(
                Compiler.ACTIVATION, "constant", MethodTypeDesc.of(CD_Object, CD_String));
        Boxes.convert(body, Object.class, own);
      }
      case Core.Named(var name, _, _) -> closures.closure(compiler.code(name), List.of());
      case Core.Lambda(var inner, var captures, _, _) -> closures.closure(inner, captures);
      case Core.Delay(var inner, var captures, _, _) -> closures.delay(inner, captures);
      case Core.Call(var function, var args, _, _, _) -> call(function, args, own);
      case Core.Invoke(var function, var args, _, _, _) -> invoke(function, args, true, own);
      case Core.Apply(Operation.Java java, var args, _, _) when isInPlace(java, core, args) ->
          applications.java(java, args, locals.builder(), own);
      case Core.Apply(Operation.Field field, var args, _, _) -> field(field, args, own);
      case Core.Apply(var operation, var args, _, _) -> applications.emit(operation, args, own);
      case Core.If(var condition, var then, var otherwise, _, _) ->
          choice(condition, then, otherwise, own);
      case Core.Let(int slot, var value, var inner, _, _) -> {
        store(slot, value);
        value(inner, own);
      }
      case Core.Do(List<Core> steps, _, _) -> {
        steps.subList(0, steps.size() - 1).forEach(this::dropped);
        value(steps.getLast(), own);
      }
      case Core.Cases(var cases, _, _, _) -> cases(cases, own);
      case Core.Return(var value, _, _) -> left(value, own);
      case Core.Later later -> value(later.decided(), own);
    }
    Boxes.convert(body, own, wanted);
  }

  private boolean isInPlace(Operation.Java java, Core core, List<Core> args) {
    return !args.isEmpty() && locals.isInPlace(java, compiler.direct(args.getFirst()), core);
  }

  private void field(Operation.Field field, List<Core> args, Class<?> own) {
    var held = locals.field(field, compiler.direct(args.getFirst()));
    if (held == null) {
      applications.emit(field, args, own);
    } else {
      Boxes.convert(body, held, own);
    }
  }

  private void loop(Loop loop, Class<?> wanted) {
    var plan = new LoopPlan(compiler, loop);
    body.aload(0);
    plan.give(this);
    body.iload(locals.depth());
    compiler.loops().call(plan, body);
    Boxes.convert(body, plan.result(), wanted);
  }

  private void literal(Form form, Class<?> own) {
    switch (form) {
      case Form.Int(long value) when own == long.class -> body.loadConstant(value);
      case Form.Real(double value) when own == double.class -> body.loadConstant(value);
      case Form.Bool(boolean value) when own == boolean.class -> body.loadConstant(value ? 1 : 0);
      default -> constant(Trees.literal(form), own);
    }
  }

  /// A value that no instruction makes.
  void constant(Object value, Class<?> own) {
    compiler.constant(value, body);
    Boxes.convert(body, Object.class, own);
  }

  /// What is known in a branch is known there alone.
  private void branch(Runnable emit) {
    var before = ranges.known();
    boolean wasDeeper = isDeeper;
    emit.run();
    ranges.known(before);
    isDeeper = wasDeeper;
  }

  private void branch(Core condition, boolean isTrue, Runnable emit) {
    branch(() -> {
      ranges.assume(condition, isTrue);
      emit.run();
    });
  }

  private void choice(Core condition, Core then, Core otherwise, Class<?> own) {
    var not = body.newLabel();
    var end = body.newLabel();
    value(condition, boolean.class);
    body.ifeq(not);
    branch(condition, true, () -> value(then, own));
    body.goto_(end).labelBinding(not);
    branch(condition, false, () -> value(otherwise, own));
    body.labelBinding(end);
  }

  private void cases(List<Core.Case> cases, Class<?> own) {
    var end = body.newLabel();
    for (var one : cases) {
      var next = body.newLabel();
      branch(() -> {
        steps(one, next);
        value(one.body(), own);
      });
      body.goto_(end).labelBinding(next);
    }
    gaveUp(body);
    body.labelBinding(end);
  }

  /// Leaves the function from within an expression; what stands below on the stack is dropped by
  /// the JVM. A value stands for the one that is never there.
  private void left(Core value, Class<?> own) {
    value(value, result);
    body.return_(kind(result));
    Compiler.nothing(kind(own), body);
  }

  private void call(String function, List<Core> args, Class<?> own) {
    var callee = compiler.code(function);
    body.aload(0);
    for (int i = 0; i < args.size(); i++) {
      value(args.get(i), compiler.rep(callee.slots().get(i)));
    }
    depth(compiler.recursion().isRecursive(code.name(), function));
    body.invokestatic(compiler.own(), Compiler.methodName(function), compiler.type(callee));
    Boxes.convert(body, compiler.rep(callee.result()), own);
  }

  /// The depth of a call.
  private void depth(boolean mayLeadBack) {
    if (mayLeadBack) {
      if (!isDeeper) {
        body.aload(0)
            .iload(locals.depth())
            .invokevirtual(Compiler.ACTIVATION, "deeper", MethodTypeDesc.of(CD_int, CD_int))
            .istore(locals.deeper());
        isDeeper = true;
      }
      body.iload(locals.deeper());
    } else {
      body.iload(locals.depth());
    }
  }

  private void invoke(Core function, List<Core> args, boolean mayLeadBack, Class<?> own) {
    body.aload(0);
    value(function, Function.class);
    array(args);
    depth(mayLeadBack);
    invoke(body);
    Boxes.convert(body, Object.class, own);
  }

  /// Calls a function value: below it and its arguments stands the activation, above them the
  /// depth.
  static void invoke(CodeBuilder body) {
    body.invokevirtual(
        Compiler.ACTIVATION,
        "invoke",
        MethodTypeDesc.of(CD_Object, FUNCTION, Compiler.OBJECTS, CD_int));
  }

  /// A call of a function value with arguments the last of which are in a vector.
  void spread(int fixed, List<Core> args, boolean mayLeadBack, Class<?> own) {
    body.aload(0).loadConstant(fixed);
    array(args);
    depth(mayLeadBack);
    body.invokevirtual(
        Compiler.ACTIVATION,
        "spread",
        MethodTypeDesc.of(CD_Object, CD_int, Compiler.OBJECTS, CD_int));
    Boxes.convert(body, Object.class, own);
  }

  /// An array of the values, boxed.
  void array(List<Core> values) {
    body.loadConstant(values.size()).anewarray(CD_Object);
    for (int i = 0; i < values.size(); i++) {
      body.dup().loadConstant(i);
      value(values.get(i), Object.class);
      body.aastore();
    }
  }
}
