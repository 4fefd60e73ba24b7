package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_int;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.VectorBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the method of a loop is given, and where it has it.
final class LoopPlan {
  private final Compiler compiler;
  private final Loop loop;
  private final List<Core> given = new ArrayList<>();
  private final List<Held> locals = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Held> source;
  private final @Nullable Callee folded;
  private final @Nullable Held first;
  private final Class<?> result;
  private int next = 1;

  LoopPlan(Compiler compiler, Loop loop) {
    this.compiler = compiler;
    this.loop = loop;
    switch (loop.end()) {
      case Loop.End.Folded(var function, var start) -> {
        var step = start == null ? null : compiler.loops().step(function);
        folded = step == null ? callee(function) : new Callee(step, captured(function), null);
        if (start == null) {
          result = Object.class;
          first = null;
        } else {
          result = step == null ? compiler.rep(loop.type()) : step.result();
          first = give(start, result);
        }
      }
      case Loop.End.Collected(var start) -> {
        folded = null;
        result = VectorBuilder.class;
        first = start == null ? null : give(start, result);
      }
    }
    loop.stages().forEach(stage -> stages.add(stage(stage)));
    source =
        switch (loop.source()) {
          case Loop.Source.Range(var from, var to) ->
              List.of(give(from, long.class), give(to, long.class));
          case Loop.Source.Elements(var all) -> List.of(give(all, compiler.rep(all.type())));
        };
  }

  /// A local of the method, and how it holds its value.
  record Held(int local, Class<?> as) {
    TypeKind kind() {
      return TypeKind.from(as);
    }
  }

  /// A function that the loop calls.
  ///
  /// @param method null: whatever `value` holds is called
  /// @param captured what the method is given first
  record Callee(Loops.@Nullable Method method, List<Held> captured, @Nullable Held value) {}

  /// A stage, with what it calls and what it counts down.
  record Stage(Loop.Stage stage, @Nullable Callee function, @Nullable Held count) {}

  private Held give(Core core, Class<?> as) {
    var held = new Held(next, as);
    given.add(core);
    locals.add(held);
    next += held.kind().slotSize();
    return held;
  }

  private Stage stage(Loop.Stage stage) {
    return switch (stage) {
      case Loop.Stage.Mapped(var function) -> new Stage(stage, callee(function), null);
      case Loop.Stage.Indexed(var function) -> new Stage(stage, callee(function), null);
      case Loop.Stage.Filtered(var function, _) -> new Stage(stage, callee(function), null);
      case Loop.Stage.Kept(var function) -> new Stage(stage, callee(function), null);
      case Loop.Stage.TakenWhile(var function) -> new Stage(stage, callee(function), null);
      case Loop.Stage.DroppedWhile(var function) -> new Stage(stage, callee(function), null);
      case Loop.Stage.Taken(var count) -> new Stage(stage, null, give(count, long.class));
      case Loop.Stage.Dropped(var count) -> new Stage(stage, null, give(count, long.class));
    };
  }

  private Callee callee(Core function) {
    var method = compiler.loops().known(function);
    return method == null
        ? new Callee(null, List.of(), give(function, Function.class))
        : new Callee(method, captured(function), null);
  }

  private List<Held> captured(Core function) {
    if (!(compiler.direct(function) instanceof Core.Lambda(var code, var captures, _, var span))) {
      return List.of();
    }
    var captured = new ArrayList<Held>();
    for (int i = 0; i < captures.size(); i++) {
      var type = code.slots().get(code.captured().get(i));
      captured.add(give(new Core.Local(captures.get(i), type, span), compiler.rep(type)));
    }
    return captured;
  }

  /// Has the emitter of the caller leave what the method is given on the stack.
  void give(Emitter caller) {
    for (int i = 0; i < given.size(); i++) {
      caller.value(given.get(i), locals.get(i).as());
    }
  }

  /// The loop.
  Loop loop() {
    return loop;
  }

  /// What an element goes through.
  List<Stage> stages() {
    return stages;
  }

  /// The collection, or the two ends of a range.
  List<Held> source() {
    return source;
  }

  /// What makes one of what there is and an element; null: a vector is made of them.
  @Nullable Callee folded() {
    return folded;
  }

  /// What there is at first; null: nothing.
  @Nullable Held first() {
    return first;
  }

  /// How the method holds what it gives.
  Class<?> result() {
    return result;
  }

  /// The local behind what it is given, which has the depth.
  int depth() {
    return next;
  }

  /// The type of the method.
  MethodTypeDesc type() {
    var params = new ArrayList<>(List.of(Compiler.ACTIVATION));
    locals.forEach(one -> params.add(Compiler.desc(one.as())));
    params.add(CD_int);
    return MethodTypeDesc.of(Compiler.desc(result), params);
  }
}
