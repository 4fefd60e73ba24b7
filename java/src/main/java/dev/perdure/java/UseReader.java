package dev.perdure.java;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists what the code of one method refers to.
final class UseReader {
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  private final List<Use> uses = new ArrayList<>();
  private final Map<Label, List<ClassEntry>> handlers = new HashMap<>();
  // Types of the handlers that start at the next instruction.
  private final List<ClassEntry> reached = new ArrayList<>();
  private int line;

  private UseReader() {}

  static List<Use> read(UserMethod method) {
    var reader = new UseReader();
    method.model().code().ifPresent(code -> code.forEach(reader::element));
    reader.line = reader.uses.isEmpty() ? 0 : reader.uses.getFirst().line();
    reader.mention(method.model().methodTypeSymbol());
    return List.copyOf(reader.uses);
  }

  private void element(CodeElement element) {
    if (element instanceof Instruction) {
      reached.forEach(this::caught);
      reached.clear();
    }
    switch (element) {
      case LineNumber number -> line = number.line();
      case InvokeInstruction call -> add(call(line, call), call.owner().asSymbol());
      case InvokeDynamicInstruction call -> dynamic(call);
      case LoadConstantInstruction load -> constant(load.constantValue());
      case FieldInstruction field -> field(field);
      case NewObjectInstruction made -> made(made.className().asInternalName());
      case TypeCheckInstruction check -> mention(check.type());
      case NewReferenceArrayInstruction array -> mention(array.componentType());
      case NewMultiArrayInstruction array -> mention(array.arrayType());
      case MonitorInstruction monitor -> monitor(monitor);
      case ExceptionCatch handler -> handler.catchType().ifPresent(type -> handler(handler, type));
      case LabelTarget target -> reached.addAll(handlers.getOrDefault(target.label(), List.of()));
      default -> {}
    }
  }

  /// A call as the code has it, without its line.
  static Use.Call call(InvokeInstruction call) {
    return call(0, call);
  }

  /// The call that a method handle makes, or null if it is one of a field.
  static Use.@Nullable Call call(DirectMethodHandleDesc handle) {
    return call(0, handle);
  }

  private static Use.Call call(int line, InvokeInstruction call) {
    var owner = Names.ofReference(call.owner().asSymbol());
    var member = new Member(owner, call.name().stringValue(), call.type().stringValue());
    return new Use.Call(line, kind(call.opcode()), member, false);
  }

  private static Use.@Nullable Call call(int line, DirectMethodHandleDesc handle) {
    var kind = kind(handle.kind());
    var owner = Names.ofReference(handle.owner());
    var member = new Member(owner, handle.methodName(), handle.lookupDescriptor());
    return kind == null ? null : new Use.Call(line, kind, member, true);
  }

  private void add(Use.Call call, ClassDesc owner) {
    mention(owner);
    mention(MethodTypeDesc.ofDescriptor(call.member().descriptor()));
    if (call.kind() == Use.Kind.NEW) {
      made(call.member().owner());
    }
    uses.add(call);
  }

  private static Use.Kind kind(Opcode opcode) {
    return switch (opcode) {
      case INVOKEVIRTUAL -> Use.Kind.VIRTUAL;
      case INVOKEINTERFACE -> Use.Kind.INTERFACE;
      case INVOKESTATIC -> Use.Kind.STATIC;
      default -> Use.Kind.SPECIAL;
    };
  }

  private void dynamic(InvokeDynamicInstruction call) {
    mention(call.typeSymbol());
    bootstrap(call.bootstrapMethod());
    if (Names.ofReference(call.bootstrapMethod().owner()).equals(METAFACTORY)) {
      var made = Names.ofReference(call.typeSymbol().returnType());
      uses.add(new Use.Lambda(line, made, call.name().stringValue()));
    }
    call.bootstrapArgs().forEach(this::constant);
  }

  private void bootstrap(DirectMethodHandleDesc method) {
    var owner = Names.ofReference(method.owner());
    uses.add(
        new Use.Bootstrap(line, new Member(owner, method.methodName(), method.lookupDescriptor())));
  }

  private void constant(ConstantDesc constant) {
    switch (constant) {
      case ClassDesc type -> mention(type);
      case MethodTypeDesc type -> mention(type);
      case DirectMethodHandleDesc handle -> handle(handle);
      case DynamicConstantDesc<?> dynamic -> {
        bootstrap(dynamic.bootstrapMethod());
        dynamic.bootstrapArgsList().forEach(this::constant);
      }
      default -> {}
    }
  }

  private void handle(DirectMethodHandleDesc handle) {
    var call = call(line, handle);
    if (call != null) {
      add(call, handle.owner());
      return;
    }
    var isStatic =
        handle.kind() == DirectMethodHandleDesc.Kind.STATIC_GETTER
            || handle.kind() == DirectMethodHandleDesc.Kind.STATIC_SETTER;
    var isWrite =
        handle.kind() == DirectMethodHandleDesc.Kind.SETTER
            || handle.kind() == DirectMethodHandleDesc.Kind.STATIC_SETTER;
    field(handle.owner(), handle.methodName(), handle.lookupDescriptor(), isStatic, isWrite);
  }

  private static Use.@Nullable Kind kind(DirectMethodHandleDesc.Kind kind) {
    return switch (kind) {
      case VIRTUAL -> Use.Kind.VIRTUAL;
      case INTERFACE_VIRTUAL -> Use.Kind.INTERFACE;
      case STATIC, INTERFACE_STATIC -> Use.Kind.STATIC;
      case SPECIAL, INTERFACE_SPECIAL -> Use.Kind.SPECIAL;
      case CONSTRUCTOR -> Use.Kind.NEW;
      case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER -> null;
    };
  }

  private void field(FieldInstruction field) {
    var opcode = field.opcode();
    field(
        field.owner().asSymbol(),
        field.name().stringValue(),
        field.type().stringValue(),
        opcode == Opcode.GETSTATIC || opcode == Opcode.PUTSTATIC,
        opcode == Opcode.PUTFIELD || opcode == Opcode.PUTSTATIC);
  }

  private void field(
      ClassDesc owner, String name, String descriptor, boolean isStatic, boolean isWrite) {
    mention(owner);
    mention(ClassDesc.ofDescriptor(descriptor));
    var member = new Member(Names.ofReference(owner), name, descriptor);
    uses.add(new Use.Field(line, member, isStatic, isWrite));
  }

  private void monitor(MonitorInstruction monitor) {
    if (monitor.opcode() == Opcode.MONITORENTER) {
      uses.add(new Use.Monitor(line));
    }
  }

  private void handler(ExceptionCatch handler, ClassEntry type) {
    var types = handlers.computeIfAbsent(handler.handler(), _ -> new ArrayList<>());
    if (types.stream().noneMatch(known -> known.equals(type))) {
      types.add(type);
    }
  }

  private void caught(ClassEntry type) {
    mention(type);
    uses.add(new Use.Catch(line, type.asSymbol()));
  }

  private void made(String className) {
    uses.add(new Use.New(line, className));
  }

  private void mention(MethodTypeDesc type) {
    type.parameterList().forEach(this::mention);
    mention(type.returnType());
  }

  private void mention(ClassEntry type) {
    mention(type.asSymbol());
  }

  private void mention(ClassDesc type) {
    var className = Names.element(type);
    if (className != null) {
      uses.add(new Use.Mention(line, className));
    }
  }
}
