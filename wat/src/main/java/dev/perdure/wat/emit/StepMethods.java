package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.lower.Lowered;
import dev.perdure.wat.lower.Part;
import dev.perdure.wat.lower.Step;
import dev.perdure.wat.run.Standing;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Emits the pure steps of a function that is not pure itself, all between two that are not in one
/// go: one method, which begins where the function stands.
///
/// ```
/// static boolean steps_number(Activation, Standing)
/// ```
///
/// Those of a long function come in pieces, as the JVM never compiles a method of more than 8000
/// bytes; at the end of one the function stands at a pure step.
final class StepMethods {
  static final ClassDesc STANDING = Compiler.desc(Standing.class);
  static final MethodTypeDesc TYPE = MethodTypeDesc.of(CD_boolean, Compiler.ACTIVATION, STANDING);

  private static final int SLOTS = 2;
  private static final int BYTES_MAX = 7000;
  private static final int STEP_BYTES = 40;
  private static final int SLOT_BYTES = 10;

  private final Compiler compiler;
  private final Lowered function;
  private final List<Step> steps;

  StepMethods(Compiler compiler, Lowered function) {
    this.compiler = compiler;
    this.function = function;
    this.steps = function.steps();
  }

  static String name(Lowered function) {
    return "steps_" + function.number();
  }

  /// Emits its methods.
  void emit(ClassBuilder builder) {
    var pieces = pieces();
    if (pieces.size() == 1) {
      builder.withMethodBody(
          name(function), TYPE, ClassFile.ACC_STATIC, body -> piece(0, steps.size(), body));
      return;
    }
    builder.withMethodBody(
        name(function), TYPE, ClassFile.ACC_STATIC, body -> choose(pieces, body));
    for (int i = 0; i < pieces.size(); i++) {
      int from = pieces.get(i);
      int to = i + 1 < pieces.size() ? pieces.get(i + 1) : steps.size();
      builder.withMethodBody(name(i), TYPE, ClassFile.ACC_STATIC, body -> piece(from, to, body));
    }
  }

  private String name(int piece) {
    return name(function) + "_" + piece;
  }

  /// The first steps of the pieces.
  private List<Integer> pieces() {
    var pieces = new ArrayList<>(List.of(0));
    int bytes = 0;
    for (int i = 0; i < steps.size(); i++) {
      bytes += bytes(steps.get(i));
      if (bytes > BYTES_MAX) {
        pieces.add(i);
        bytes = bytes(steps.get(i));
      }
    }
    return pieces;
  }

  /// About the bytes that a step takes at most.
  private static int bytes(Step step) {
    return switch (step) {
      case Step.Compute(_, Part.Computed(var code)) -> bytes(code);
      case Step.Unless(Part.Computed(var code), _) -> bytes(code);
      default -> STEP_BYTES;
    };
  }

  private static int bytes(Code code) {
    return STEP_BYTES + SLOT_BYTES * code.captured().size();
  }

  private void choose(List<Integer> pieces, CodeBuilder body) {
    for (int i = 0; i < pieces.size(); i++) {
      var next = body.newLabel();
      if (i + 1 < pieces.size()) {
        at(body).loadConstant(pieces.get(i + 1)).if_icmpge(next);
      }
      body.aload(0).aload(1).invokestatic(compiler.own(), name(i), TYPE).ireturn();
      body.labelBinding(next);
    }
  }

  private static CodeBuilder at(CodeBuilder body) {
    return body.aload(1).getfield(STANDING, "at", CD_int);
  }

  private void piece(int from, int to, CodeBuilder body) {
    var labels = labels(from, to, body);
    var left = body.newLabel();
    var cases = new ArrayList<SwitchCase>();
    entries(from, to).forEach(at -> cases.add(SwitchCase.of(at, labels.get(at))));
    body.aload(1).getfield(STANDING, "slots", Compiler.OBJECTS).astore(SLOTS);
    at(body).lookupswitch(left, cases);
    for (int i = from; i < to; i++) {
      body.labelBinding(labels.get(i));
      step(i, labels, body);
    }
    if (steps.get(to - 1) instanceof Step.Pure) {
      stands(to, body);
    }
    labels
        .tailMap(to)
        .forEach((at, label) -> {
          body.labelBinding(label);
          stands(at, body);
        });
    body.labelBinding(left).iconst_0().ireturn();
  }

  /// The labels of the steps, and of those behind that they lead to.
  private SortedMap<Integer, Label> labels(int from, int to, CodeBuilder body) {
    var labels = new TreeMap<Integer, Label>();
    for (int i = from; i < to; i++) {
      labels.put(i, body.newLabel());
      switch (steps.get(i)) {
        case Step.Jump(var target) -> labels.computeIfAbsent(target.at(), _ -> body.newLabel());
        case Step.Unless(_, var target) ->
            labels.computeIfAbsent(target.at(), _ -> body.newLabel());
        default -> {}
      }
    }
    return labels;
  }

  /// The pure steps that the function may stand at.
  private List<Integer> entries(int from, int to) {
    var entries = new TreeSet<Integer>();
    entries.add(from);
    for (var place : function.places()) {
      entries.add(place.begin());
      entries.add(place.at() + 1);
    }
    return entries.stream()
        .filter(at -> at >= from && at < to && steps.get(at) instanceof Step.Pure)
        .toList();
  }

  private void step(int at, SortedMap<Integer, Label> labels, CodeBuilder body) {
    switch (steps.get(at)) {
      case Step.Compute(int into, var part) -> {
        standsAt(at, part, body);
        body.aload(SLOTS).loadConstant(into);
        value(part, Object.class, body);
        body.aastore();
      }
      case Step.Unless(var condition, var to) -> {
        standsAt(at, condition, body);
        value(condition, boolean.class, body);
        body.ifeq(labels.get(to.at()));
      }
      case Step.Jump(var to) -> body.goto_(labels.get(to.at()));
      default -> stands(at, body);
    }
  }

  /// What follows may throw.
  private static void standsAt(int at, Part part, CodeBuilder body) {
    if (part instanceof Part.Computed) {
      body.aload(1).loadConstant(at).putfield(STANDING, "at", CD_int);
    }
  }

  private static void stands(int at, CodeBuilder body) {
    body.aload(1).loadConstant(at).putfield(STANDING, "at", CD_int).iconst_1().ireturn();
  }

  private void value(Part part, Class<?> wanted, CodeBuilder body) {
    switch (part) {
      case Part.Slot(int slot) -> slot(slot, wanted, body);
      case Part.Value(var value) -> {
        compiler.constant(value, body);
        Boxes.convert(body, Object.class, wanted);
      }
      case Part.Computed(var code) -> {
        body.aload(0);
        for (int slot : code.captured()) {
          slot(slot, compiler.rep(code.slots().get(slot)), body);
        }
        body.aload(1).getfield(STANDING, "depth", CD_int);
        body.invokestatic(compiler.own(), Compiler.methodName(code.name()), compiler.type(code));
        Boxes.convert(body, compiler.rep(code.result()), wanted);
      }
    }
  }

  private static void slot(int slot, Class<?> wanted, CodeBuilder body) {
    body.aload(SLOTS).loadConstant(slot).aaload();
    Boxes.convert(body, Object.class, wanted);
  }
}
