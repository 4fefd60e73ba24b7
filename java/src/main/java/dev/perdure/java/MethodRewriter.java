package dev.perdure.java;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.util.List;

/// Rewrites the code of one method: calls, method handles, exception handlers.
final class MethodRewriter implements CodeTransform {
  private final UserMethod method;
  private final Plan.Planner planner;
  private final Bridges bridges;
  private final Handlers handlers;

  MethodRewriter(UserMethod method, Plan.Planner planner, Bridges bridges) {
    this.method = method;
    this.planner = planner;
    this.bridges = bridges;
    this.handlers = new Handlers(method.model().code().orElseThrow());
  }

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    switch (element) {
      case InvokeInstruction call -> call(builder, call);
      case InvokeDynamicInstruction call -> dynamic(builder, call);
      case LoadConstantInstruction load -> constant(builder, load);
      case NewObjectInstruction made -> made(builder, made);
      default -> {
        if (!handlers.accept(builder, element)) {
          builder.with(element);
        }
      }
    }
  }

  private void call(CodeBuilder builder, InvokeInstruction instruction) {
    var call = UseReader.call(instruction);
    var plan = planner.plan(call, method);
    if (plan instanceof Plan.Keep) {
      builder.with(instruction);
    } else {
      new CallWriter(builder).write(plan, call, instruction.isInterface());
    }
  }

  private void dynamic(CodeBuilder builder, InvokeDynamicInstruction call) {
    var linker = planner.linker(call.bootstrapMethod());
    var before = call.bootstrapArgs();
    var after = redirect(before);
    if (after.equals(before) && linker.equals(call.bootstrapMethod())) {
      builder.with(call);
    } else {
      builder.invokedynamic(
          DynamicCallSiteDesc.of(
              linker,
              call.name().stringValue(),
              call.typeSymbol(),
              after.toArray(ConstantDesc[]::new)));
    }
  }

  private List<ConstantDesc> redirect(List<ConstantDesc> constants) {
    return constants.stream().map(constant -> bridges.redirect(constant, method)).toList();
  }

  private void constant(CodeBuilder builder, LoadConstantInstruction load) {
    var before = load.constantValue();
    var after = bridges.redirect(before, method);
    if (after.equals(before)) {
      builder.with(load);
    } else {
      builder.loadConstant(after);
    }
  }

  private void made(CodeBuilder builder, NewObjectInstruction made) {
    var swap = planner.swap(made.className().asInternalName());
    if (swap == null) {
      builder.with(made);
    } else {
      builder.new_(ClassDesc.ofInternalName(swap));
    }
  }
}
