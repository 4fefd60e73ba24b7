package dev.perdure.java;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Follows values through one method, along all its branches, until nothing new is learnt.
///
/// Values only climb a lattice of finite height, so every point is visited a bounded number of
/// times.
final class Flow {
  private final List<CodeElement> elements;
  private final Map<Label, Integer> positions = new HashMap<>();
  private final List<ExceptionCatch> handlers;
  private final int[] lines;
  private final Map<Integer, FlowState> states = new HashMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private final FlowStep step;

  Flow(CodeModel code, FlowStep step) {
    this.elements = code.elementList();
    this.handlers = code.exceptionHandlers();
    this.lines = new int[elements.size()];
    this.step = step;
    var line = 0;
    for (var i = 0; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case LabelTarget target -> positions.put(target.label(), i);
        case LineNumber number -> line = number.line();
        default -> {}
      }
      lines[i] = line;
    }
  }

  void run(FlowState start) {
    reach(0, start);
    while (!open.isEmpty()) {
      var from = open.pop();
      var state = states.get(from);
      if (state != null) {
        straight(from, state.copy());
      }
    }
  }

  private void reach(int position, FlowState state) {
    var known = states.get(position);
    if (known == null) {
      states.put(position, state.copy());
      open.push(position);
    } else if (known.merge(state)) {
      open.push(position);
    }
  }

  // Runs until the code ends, jumps away, or comes to a label, where others may come too.
  private void straight(int from, FlowState state) {
    for (var at = from; at < elements.size(); at++) {
      var element = elements.get(at);
      if (element instanceof LabelTarget && at != from) {
        reach(at, state);
        return;
      }
      if (element instanceof Instruction instruction) {
        handlers(at, state);
        step.take(instruction, state, lines[at]);
        targets(instruction).forEach(label -> reach(position(label), state));
        if (ends(instruction)) {
          return;
        }
      }
    }
  }

  private int position(Label label) {
    return positions.getOrDefault(label, elements.size());
  }

  private void handlers(int at, FlowState state) {
    for (var handler : handlers) {
      if (position(handler.tryStart()) <= at && at < position(handler.tryEnd())) {
        reach(position(handler.handler()), state.caught());
      }
    }
  }

  private static List<Label> targets(Instruction instruction) {
    return switch (instruction) {
      case BranchInstruction branch -> List.of(branch.target());
      case TableSwitchInstruction it -> targets(it.defaultTarget(), it.cases());
      case LookupSwitchInstruction it -> targets(it.defaultTarget(), it.cases());
      default -> List.of();
    };
  }

  private static List<Label> targets(Label otherwise, List<SwitchCase> cases) {
    var labels = new ArrayList<Label>();
    labels.add(otherwise);
    cases.forEach(each -> labels.add(each.target()));
    return labels;
  }

  private static boolean ends(Instruction instruction) {
    return instruction instanceof ReturnInstruction
        || instruction instanceof ThrowInstruction
        || instruction instanceof TableSwitchInstruction
        || instruction instanceof LookupSwitchInstruction
        || instruction.opcode() == Opcode.GOTO
        || instruction.opcode() == Opcode.GOTO_W;
  }
}
