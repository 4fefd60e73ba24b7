package dev.perdure.java;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lets the engine's unwinding, and crashes of the JVM, pass the exception handlers of one method.
///
/// Every handler that would catch them gets a *guard* in front: it throws them on.
///
/// ```
/// guard:    dup
///           invokestatic Unwind.pass(Throwable)
/// handler:  … as it was
/// ```
///
/// No guarded handler covers a guard: ranges are cut around it. So what a guard throws leaves the
/// method, or goes to a handler that is not guarded, and of those only monitor exits catch it. They
/// are left alone, release their lock and throw on from where they stand; and since guards and
/// monitor exits each lead outwards only, nothing runs twice.
final class Handlers {
  private static final ClassDesc UNWIND = ClassDesc.of("dev.perdure.java.link.Unwind");
  private static final MethodTypeDesc PASS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable);

  // Supertypes of Unwind, and everything below and above VirtualMachineError.
  private static final Set<String> CATCHING =
      Set.of(
          "java/lang/Throwable",
          "java/lang/Error",
          "java/lang/VirtualMachineError",
          "java/lang/StackOverflowError",
          "java/lang/OutOfMemoryError",
          "java/lang/InternalError",
          "java/lang/UnknownError");

  // By handler label: the label of its guard, created when the code is written.
  private final Map<Label, Label> guards = new LinkedHashMap<>();
  private final Set<Label> guarded = new HashSet<>();
  private final CodeAttribute code;

  Handlers(CodeModel code) {
    this.code = (CodeAttribute) code;
    var exits = monitorExits(code);
    for (var handler : code.exceptionHandlers()) {
      var exit = handler.catchType().isEmpty() && exits.contains(handler.handler());
      if (catches(handler) && !exit) {
        guarded.add(handler.handler());
      }
    }
  }

  /// Crashes of the JVM that a handler catches by name.
  static boolean isCrash(String className) {
    return CATCHING.contains(className)
        && !className.equals("java/lang/Throwable")
        && !className.equals("java/lang/Error");
  }

  /// Writes an element of the method; true if it was one of the handlers' matters.
  boolean accept(CodeBuilder builder, CodeElement element) {
    if (guarded.isEmpty()) {
      return false;
    }
    return switch (element) {
      case ExceptionCatch handler -> {
        entry(builder, handler);
        yield true;
      }
      case LabelTarget target when guarded.contains(target.label()) -> {
        builder.labelBinding(guard(builder, target.label()));
        builder.dup().invokestatic(UNWIND, "pass", PASS);
        builder.labelBinding(target.label());
        yield true;
      }
      default -> false;
    };
  }

  private Label guard(CodeBuilder builder, Label handler) {
    return guards.computeIfAbsent(handler, _ -> builder.newLabel());
  }

  private void entry(CodeBuilder builder, ExceptionCatch entry) {
    var target =
        guarded.contains(entry.handler()) ? guard(builder, entry.handler()) : entry.handler();
    for (var range : ranges(builder, entry)) {
      builder.exceptionCatch(range.start(), range.end(), target, entry.catchType());
    }
  }

  private record Range(Label start, Label end) {}

  // A handler that is not guarded keeps its range, and covers guards at its start as well as
  // within; a guarded one loses all guards. Before its guard ends what ended at a handler.
  private List<Range> ranges(CodeBuilder builder, ExceptionCatch entry) {
    var start = entry.tryStart();
    var end = guarded.contains(entry.tryEnd()) ? guard(builder, entry.tryEnd()) : entry.tryEnd();
    if (!guarded.contains(entry.handler())) {
      return List.of(new Range(guarded.contains(start) ? guard(builder, start) : start, end));
    }
    var ranges = new ArrayList<Range>();
    for (var inside : guardedWithin(entry)) {
      ranges.add(new Range(start, guard(builder, inside)));
      start = inside;
    }
    ranges.add(new Range(start, end));
    return ranges;
  }

  // Guarded handlers strictly within a range, in the order of the code.
  private List<Label> guardedWithin(ExceptionCatch entry) {
    return guarded.stream()
        .filter(label -> position(label) > position(entry.tryStart()))
        .filter(label -> position(label) < position(entry.tryEnd()))
        .sorted((a, b) -> Integer.compare(position(a), position(b)))
        .toList();
  }

  private int position(Label label) {
    return code.labelToBci(label);
  }

  private static boolean catches(ExceptionCatch handler) {
    return handler.catchType().map(type -> CATCHING.contains(type.asInternalName())).orElse(true);
  }

  /// Handlers that do nothing but leave monitors and throw on; they may cover themselves. Found as
  /// runs of code without a branch: loads, stores, at least one monitor exit, a throw.
  private static Set<Label> monitorExits(CodeModel code) {
    var exits = new HashSet<Label>();
    var run = new ArrayList<Label>();
    var leaves = false;
    for (var element : code) {
      if (element instanceof LabelTarget target && !leaves) {
        run.add(target.label());
      } else if (element instanceof Instruction instruction) {
        if (isPlain(instruction)) {
          leaves |= instruction instanceof MonitorInstruction;
        } else {
          if (leaves && instruction instanceof ThrowInstruction) {
            exits.addAll(run);
          }
          run.clear();
          leaves = false;
        }
      }
    }
    return exits;
  }

  private static boolean isPlain(Instruction instruction) {
    return switch (instruction) {
      case LoadInstruction _, StoreInstruction _, NopInstruction _ -> true;
      case MonitorInstruction monitor -> monitor.opcode() == Opcode.MONITOREXIT;
      default -> false;
    };
  }
}
