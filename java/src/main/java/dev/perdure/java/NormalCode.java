package dev.perdure.java;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The normal form of the code of one method. Labels are the index of the instruction they are at.
final class NormalCode {
  private final NormalForm out;
  private final CodeModel code;
  private final Map<Label, Integer> indexes = new HashMap<>();

  NormalCode(NormalForm out, CodeModel code) {
    this.out = out;
    this.code = code;
  }

  void write() {
    var index = 0;
    for (var element : code) {
      if (element instanceof LabelTarget target) {
        indexes.put(target.label(), index);
      } else if (element instanceof Instruction) {
        index++;
      }
    }
    code.forEach(this::element);
    out.word("end");
  }

  private void element(CodeElement element) {
    if (element instanceof ExceptionCatch handler) {
      out.word("catch").word(index(handler.tryStart())).word(index(handler.tryEnd()));
      out.word(index(handler.handler()));
      out.className(handler.catchType().map(type -> type.asInternalName()).orElse("any"));
    } else if (element instanceof Instruction instruction) {
      instruction(instruction);
    }
  }

  private void instruction(Instruction instruction) {
    switch (instruction) {
      case ConstantInstruction it -> constant(it.constantValue());
      case LoadInstruction it -> out.word("load " + it.typeKind()).word(it.slot());
      case StoreInstruction it -> out.word("store " + it.typeKind()).word(it.slot());
      case IncrementInstruction it -> out.word("increment").word(it.slot()).word(it.constant());
      case BranchInstruction it -> out.word(narrow(it.opcode())).word(index(it.target()));
      case TableSwitchInstruction it -> cases(it.defaultTarget(), it.cases());
      case LookupSwitchInstruction it -> cases(it.defaultTarget(), it.cases());
      case FieldInstruction it ->
          out.word(it.opcode().name())
              .member(
                  member(it.owner().asSymbol(), it.name().stringValue(), it.type().stringValue()));
      case InvokeInstruction it -> out.word(it.opcode().name()).member(UseReader.call(it).member());
      case InvokeDynamicInstruction it -> dynamic(it);
      case NewObjectInstruction it -> out.word("new").className(it.className().asInternalName());
      case NewReferenceArrayInstruction it -> type("array", it.componentType().asSymbol());
      case NewMultiArrayInstruction it -> {
        type("arrays", it.arrayType().asSymbol());
        out.word(it.dimensions());
      }
      case NewPrimitiveArrayInstruction it -> out.word("array " + it.typeKind());
      case TypeCheckInstruction it -> type(it.opcode().name(), it.type().asSymbol());
      default -> out.word(instruction.opcode().name());
    }
  }

  private int index(Label label) {
    return indexes.getOrDefault(label, 0);
  }

  private static String narrow(Opcode opcode) {
    return opcode == Opcode.GOTO_W ? Opcode.GOTO.name() : opcode.name();
  }

  private void cases(Label otherwise, List<SwitchCase> cases) {
    out.word("switch").word(index(otherwise));
    cases.forEach(each -> out.word(each.caseValue()).word(index(each.target())));
  }

  private static Member member(ClassDesc owner, String name, String descriptor) {
    return new Member(Names.ofReference(owner), name, descriptor);
  }

  private void dynamic(InvokeDynamicInstruction call) {
    out.word("dynamic").word(call.name().stringValue()).descriptor(call.type().stringValue());
    constant(call.bootstrapMethod());
    call.bootstrapArgs().forEach(this::constant);
  }

  private void type(String word, ClassDesc type) {
    out.word(word).descriptor(type.descriptorString());
  }

  private void constant(ConstantDesc constant) {
    switch (constant) {
      case ClassDesc type -> type("class", type);
      case MethodTypeDesc type -> out.word("type").descriptor(type.descriptorString());
      case DirectMethodHandleDesc handle ->
          out.word("handle " + handle.kind())
              .member(member(handle.owner(), handle.methodName(), handle.lookupDescriptor()));
      case DynamicConstantDesc<?> dynamic -> {
        out.word("dynamic").word(dynamic.constantName());
        type("of", dynamic.constantType());
        constant(dynamic.bootstrapMethod());
        dynamic.bootstrapArgsList().forEach(this::constant);
      }
      default -> out.word(constant.getClass().getSimpleName()).word(constant.toString());
    }
  }
}
