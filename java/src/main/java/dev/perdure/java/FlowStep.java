package dev.perdure.java;

import dev.perdure.java.FlowValue.Origin;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// What one instruction does to values, and which shared objects it changes.
final class FlowStep {
  /// Is told of changes.
  interface Changes {
    /// @param what what changes it, such as `List.add` or `Order.note`
    /// @param changed the object that is changed; shared
    void change(String what, FlowValue changed, int line);
  }

  private final Classes classes;
  private final boolean inStaticInit;
  private final Changes changes;

  FlowStep(Classes classes, boolean inStaticInit, Changes changes) {
    this.classes = classes;
    this.inStaticInit = inStaticInit;
    this.changes = changes;
  }

  void take(Instruction instruction, FlowState state, int line) {
    switch (instruction) {
      case ConstantInstruction it -> state.push(ofKind(it.typeKind()));
      case LoadInstruction it -> state.push(load(it, state));
      case StoreInstruction it -> state.local(it.slot(), state.pop());
      case FieldInstruction it -> field(it, state, line);
      case InvokeInstruction it -> call(UseReader.call(it), state, line);
      case InvokeDynamicInstruction it -> dynamic(it.typeSymbol(), state);
      case ArrayLoadInstruction it -> arrayLoad(it, state);
      case ArrayStoreInstruction _ -> arrayStore(state, line);
      case NewObjectInstruction _ -> state.push(FlowValue.OWN);
      case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ -> replace(state, 1, 1);
      case NewMultiArrayInstruction it -> replace(state, it.dimensions(), 1);
      case TypeCheckInstruction it -> typeCheck(it, state);
      case ConvertInstruction it -> replace(state, 1, it.toType().slotSize());
      case OperatorInstruction it -> operator(it, state);
      case StackInstruction it -> stack(it.opcode(), state);
      case BranchInstruction it -> state.pop(operands(it.opcode()));
      case TableSwitchInstruction _, LookupSwitchInstruction _, MonitorInstruction _ -> state.pop();
      default -> {}
    }
  }

  private static FlowValue ofKind(TypeKind kind) {
    return FlowValue.ofSize(kind.slotSize());
  }

  private static void replace(FlowState state, int operands, int size) {
    state.pop(operands);
    state.push(FlowValue.ofSize(size));
  }

  private static FlowValue load(LoadInstruction load, FlowState state) {
    return load.typeKind() == TypeKind.REFERENCE
        ? state.local(load.slot())
        : ofKind(load.typeKind());
  }

  // What is reached from a shared object is shared, unless it is a primitive.
  private static FlowValue reached(FlowValue from, ClassDesc type) {
    return type.isPrimitive() ? ofKind(TypeKind.from(type)) : FlowValue.from(from.origin());
  }

  private void field(FieldInstruction field, FlowState state, int line) {
    var type = field.typeSymbol();
    var name = Names.text(field.owner().asInternalName()) + "." + field.name().stringValue();
    switch (field.opcode()) {
      case GETSTATIC -> {
        var origin = inStaticInit ? Origin.OWN : Origin.KEPT;
        state.push(reached(FlowValue.from(origin), type));
      }
      case PUTSTATIC -> state.pop();
      case GETFIELD -> state.push(reached(state.pop(), type));
      default -> {
        state.pop();
        change(name, state.pop(), line);
      }
    }
  }

  private void call(Use.Call call, FlowState state, int line) {
    var member = call.member();
    var type = MethodTypeDesc.ofDescriptor(member.descriptor());
    var arguments = state.pop(type.parameterCount());
    var hasReceiver = call.kind() != Use.Kind.STATIC;
    var receiver = hasReceiver ? state.pop() : FlowValue.OWN;
    if (hasReceiver && Mutators.changesReceiver(member)) {
      change(member.text(), receiver, line);
    }
    if (!hasReceiver && Mutators.changesFirstArgument(member)) {
      change(member.text(), arguments.getFirst(), line);
    }
    var from = hasReceiver && reachesIn(member) ? receiver : FlowValue.OWN;
    push(reached(from, type.returnType()), type.returnType(), state);
  }

  private boolean reachesIn(Member member) {
    var method = classes.resolve(member);
    return method == null
        ? Mutators.reachesIn(member)
        : method.owner().isRecord() && method.owner().field(member.name()) != null;
  }

  private static void dynamic(MethodTypeDesc type, FlowState state) {
    state.pop(type.parameterCount());
    push(ofKind(TypeKind.from(type.returnType())), type.returnType(), state);
  }

  private static void push(FlowValue value, ClassDesc type, FlowState state) {
    if (TypeKind.from(type) != TypeKind.VOID) {
      state.push(value);
    }
  }

  private static void arrayLoad(ArrayLoadInstruction load, FlowState state) {
    state.pop();
    var array = state.pop();
    state.push(
        load.typeKind() == TypeKind.REFERENCE
            ? FlowValue.from(array.origin())
            : ofKind(load.typeKind()));
  }

  private void arrayStore(FlowState state, int line) {
    state.pop(2);
    change("An assignment to an element of an array", state.pop(), line);
  }

  private static void typeCheck(TypeCheckInstruction check, FlowState state) {
    if (check.opcode() == Opcode.INSTANCEOF) {
      replace(state, 1, 1);
    }
  }

  private static void operator(OperatorInstruction operator, FlowState state) {
    var opcode = operator.opcode();
    switch (opcode) {
      case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> state.pop();
      default -> state.pop(2);
    }
    switch (opcode) {
      case ARRAYLENGTH, LCMP, FCMPL, FCMPG, DCMPL, DCMPG -> state.push(FlowValue.OWN);
      default -> state.push(ofKind(operator.typeKind()));
    }
  }

  private static void stack(Opcode opcode, FlowState state) {
    switch (opcode) {
      case POP -> state.take(1);
      case POP2 -> state.take(2);
      case DUP -> state.duplicate(1, 0);
      case DUP_X1 -> state.duplicate(1, 1);
      case DUP_X2 -> state.duplicate(1, 2);
      case DUP2 -> state.duplicate(2, 0);
      case DUP2_X1 -> state.duplicate(2, 1);
      case DUP2_X2 -> state.duplicate(2, 2);
      default -> {
        var top = state.pop();
        var below = state.pop();
        state.push(top);
        state.push(below);
      }
    }
  }

  private static int operands(Opcode opcode) {
    return switch (opcode) {
      case GOTO, GOTO_W -> 0;
      case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ACMPEQ, IF_ACMPNE ->
          2;
      default -> 1;
    };
  }

  private void change(String what, FlowValue changed, int line) {
    if (changed.isShared()) {
      changes.change(what, changed, line);
    }
  }
}
