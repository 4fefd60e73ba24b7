package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.library.Fused;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Emits a method that runs a loop. It is one of its own because the JVM can compile a loop that
/// runs already only where nothing else is on the stack.
///
/// ```
/// static R loop(Activation a, what it is given…, int depth)
/// ```
final class LoopMethod {
  private static final ClassDesc ITERATOR = Compiler.desc(Iterator.class);
  private static final ClassDesc VARIANT = Compiler.desc(Variant.class);
  private static final ClassDesc FUSED = Compiler.desc(Fused.class);
  private static final ClassDesc BUILDER = Compiler.desc(VectorBuilder.class);

  private final Compiler compiler;
  private final CodeBuilder body;
  private final LoopPlan plan;
  private final Label next;
  private final Label end;
  private int free;
  private int depth;

  LoopMethod(Compiler compiler, LoopPlan plan, CodeBuilder body) {
    this.compiler = compiler;
    this.plan = plan;
    this.body = body;
    this.next = body.newLabel();
    this.end = body.newLabel();
  }

  private LoopPlan.Held fresh(Class<?> as) {
    var held = new LoopPlan.Held(free, as);
    free += held.kind().slotSize();
    return held;
  }

  private void load(LoopPlan.Held held) {
    body.loadLocal(held.kind(), held.local());
  }

  private void store(LoopPlan.Held held) {
    body.storeLocal(held.kind(), held.local());
  }

  private void load(LoopPlan.Held held, Class<?> wanted) {
    load(held);
    Boxes.convert(body, held.as(), wanted);
  }

  /// What is on the stack, in a local.
  private LoopPlan.Held stored(Class<?> as) {
    var held = fresh(as);
    store(held);
    return held;
  }

  void emit() {
    depth = plan.depth();
    free = depth + 1;
    // as deep as the library's own functions call what they are given, or deeper
    for (int i = 0; i < 2; i++) {
      body.aload(0)
          .iload(depth)
          .invokevirtual(Compiler.ACTIVATION, "deeper", MethodTypeDesc.of(CD_int, CD_int))
          .istore(depth);
    }
    var result = first();
    var states = plan.stages().stream().map(this::state).toList();
    var source = source();
    body.labelBinding(next).aload(0);
    body.invokevirtual(Compiler.ACTIVATION, "check", MethodTypeDesc.of(CD_void));
    for (var stage : plan.stages()) {
      if (stage.stage() instanceof Loop.Stage.Taken) {
        load(Objects.requireNonNull(stage.count()));
        body.lconst_0().lcmp().ifle(end);
      }
    }
    var element = element(source);
    for (int i = 0; i < states.size(); i++) {
      element = passed(plan.stages().get(i), states.get(i), element);
    }
    end(result, element);
    body.goto_(next).labelBinding(end);
    given(result);
  }

  /// What the result is before the first element.
  private LoopPlan.Held first() {
    if (plan.first() != null) {
      return plan.first();
    }
    if (plan.folded() == null) {
      body.new_(BUILDER).dup().invokespecial(BUILDER, INIT_NAME, MethodTypeDesc.of(CD_void));
    } else {
      body.aconst_null();
    }
    return stored(plan.result());
  }

  private LoopPlan.Held source() {
    var source = plan.source().getFirst();
    load(source);
    if (plan.loop().source() instanceof Loop.Source.Range) {
      load(plan.source().get(1));
      body.invokestatic(FUSED, "checkRange", MethodTypeDesc.of(CD_void, CD_long, CD_long));
      return source;
    }
    if (source.as() == Vector.class) {
      body.invokevirtual(Compiler.desc(Vector.class), "iterator", MethodTypeDesc.of(ITERATOR));
    } else {
      Boxes.convert(body, source.as(), Object.class);
      body.invokestatic(FUSED, "iterator", MethodTypeDesc.of(ITERATOR, CD_Object));
    }
    return stored(Iterator.class);
  }

  private LoopPlan.Held element(LoopPlan.Held source) {
    load(source);
    if (plan.loop().source() instanceof Loop.Source.Range) {
      load(plan.source().get(1));
      body.lcmp().ifge(end);
      load(source);
      var element = stored(long.class);
      count(source, 1);
      return element;
    }
    body.invokeinterface(ITERATOR, "hasNext", MethodTypeDesc.of(CD_boolean)).ifeq(end);
    load(source);
    body.invokeinterface(ITERATOR, "next", MethodTypeDesc.of(CD_Object));
    return stored(Object.class);
  }

  /// Adds to a number.
  private void count(LoopPlan.Held number, long more) {
    load(number);
    body.loadConstant(more).ladd();
    store(number);
  }

  /// What a stage remembers between elements, set to what it is at first; the depth for the others.
  private LoopPlan.Held state(LoopPlan.Stage stage) {
    return switch (stage.stage()) {
      case Loop.Stage.Indexed _ -> {
        body.lconst_0();
        yield stored(long.class);
      }
      case Loop.Stage.DroppedWhile _ -> {
        body.iconst_1();
        yield stored(boolean.class);
      }
      default -> new LoopPlan.Held(depth, int.class);
    };
  }

  /// Emits what a stage does; the element that goes on.
  private LoopPlan.Held passed(LoopPlan.Stage stage, LoopPlan.Held state, LoopPlan.Held element) {
    switch (stage.stage()) {
      case Loop.Stage.Mapped _ -> {
        return stored(call(stage.function(), element));
      }
      case Loop.Stage.Indexed _ -> {
        var mapped = stored(call(stage.function(), state, element));
        count(state, 1);
        return mapped;
      }
      case Loop.Stage.Filtered(_, boolean wanted) -> {
        test(stage, element);
        if (wanted) {
          body.ifeq(next);
        } else {
          body.ifne(next);
        }
      }
      case Loop.Stage.TakenWhile _ -> {
        test(stage, element);
        body.ifeq(end);
      }
      case Loop.Stage.DroppedWhile _ -> {
        var open = body.newLabel();
        load(state);
        body.ifeq(open);
        test(stage, element);
        body.ifne(next).iconst_0();
        store(state);
        body.labelBinding(open);
      }
      case Loop.Stage.Kept _ -> {
        Boxes.convert(body, call(stage.function(), element), Variant.class);
        var option = stored(Variant.class);
        load(option);
        body.invokevirtual(VARIANT, "isSome", MethodTypeDesc.of(CD_boolean)).ifeq(next);
        load(option);
        body.iconst_0().invokevirtual(VARIANT, "field", MethodTypeDesc.of(CD_Object, CD_int));
        return stored(Object.class);
      }
      case Loop.Stage.Taken _ -> count(Objects.requireNonNull(stage.count()), -1);
      case Loop.Stage.Dropped _ -> {
        var count = Objects.requireNonNull(stage.count());
        var open = body.newLabel();
        load(count);
        body.lconst_0().lcmp().ifle(open);
        count(count, -1);
        body.goto_(next).labelBinding(open);
      }
    }
    return element;
  }

  private void test(LoopPlan.Stage stage, LoopPlan.Held element) {
    Boxes.convert(body, call(stage.function(), element), boolean.class);
  }

  private void end(LoopPlan.Held result, LoopPlan.Held element) {
    if (plan.folded() == null) {
      load(result);
      load(element, Object.class);
      body.invokevirtual(BUILDER, "add", MethodTypeDesc.of(BUILDER, CD_Object)).pop();
      return;
    }
    if (plan.first() == null) {
      var begun = body.newLabel();
      load(result);
      body.ifnonnull(begun);
      load(element, Object.class);
      store(result);
      body.goto_(next).labelBinding(begun);
    }
    Boxes.convert(body, call(plan.folded(), result, element), result.as());
    store(result);
  }

  private void given(LoopPlan.Held result) {
    load(result);
    if (plan.folded() != null && plan.first() == null) {
      // of nothing: the interpreter says so
      var begun = body.newLabel();
      body.dup().ifnonnull(begun);
      Emitter.gaveUp(body);
      body.labelBinding(begun);
    }
    body.return_(result.kind());
  }

  /// Calls a function; how what it gives is held on the stack.
  private Class<?> call(LoopPlan.@Nullable Callee callee, LoopPlan.Held... args) {
    var known = Objects.requireNonNull(callee).method();
    body.aload(0);
    if (known == null) {
      load(Objects.requireNonNull(callee.value()));
      body.loadConstant(args.length).anewarray(CD_Object);
      for (int i = 0; i < args.length; i++) {
        body.dup().loadConstant(i);
        load(args[i], Object.class);
        body.aastore();
      }
      body.iload(depth);
      Emitter.invoke(body);
      return Object.class;
    }
    callee.captured().forEach(this::load);
    for (int i = 0; i < args.length; i++) {
      load(args[i], known.params().get(i));
    }
    body.iload(depth);
    compiler.loops().call(known, body);
    return known.result();
  }
}
