package dev.perdure.java;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Redirects method handles in the constants of one class: a handle to a method whose calls are
/// rewritten becomes a handle to a synthetic static method with the rewritten call in it.
final class Bridges {
  private static final int FLAGS =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private final UserClass type;
  private final Plan.Planner planner;
  private final Map<Bridge, String> bridges = new LinkedHashMap<>();

  private record Bridge(Use.Call call, Plan plan, boolean ownerIsInterface) {}

  Bridges(UserClass type, Plan.Planner planner) {
    this.type = type;
    this.planner = planner;
  }

  /// A constant, with all method handles in it redirected; the same object if there is nothing to
  /// do.
  ConstantDesc redirect(ConstantDesc constant, UserMethod caller) {
    return switch (constant) {
      case DirectMethodHandleDesc handle -> redirect(handle, caller);
      case DynamicConstantDesc<?> dynamic -> redirect(dynamic, caller);
      default -> constant;
    };
  }

  /// Adds the synthetic methods that redirected handles point to.
  void writeAll(ClassBuilder builder) {
    bridges.forEach((bridge, name) ->
        builder.withMethodBody(
            name, CallWriter.spreadType(bridge.call()), FLAGS, code -> write(code, bridge)));
  }

  private ConstantDesc redirect(DynamicConstantDesc<?> dynamic, UserMethod caller) {
    var before = dynamic.bootstrapArgsList();
    var after = before.stream().map(each -> redirect(each, caller)).toList();
    return before.equals(after)
        ? dynamic
        : DynamicConstantDesc.ofNamed(
            dynamic.bootstrapMethod(),
            dynamic.constantName(),
            dynamic.constantType(),
            after.toArray(ConstantDesc[]::new));
  }

  private ConstantDesc redirect(DirectMethodHandleDesc handle, UserMethod caller) {
    var call = UseReader.call(handle);
    var plan = call == null ? null : planner.plan(call, caller);
    if (call == null || plan == null || plan instanceof Plan.Keep) {
      return handle;
    }
    var bridge = new Bridge(call, plan, handle.isOwnerInterface());
    var name = bridges.computeIfAbsent(bridge, _ -> "perdure$call$" + bridges.size());
    var kind =
        type.isInterface()
            ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
            : DirectMethodHandleDesc.Kind.STATIC;
    return MethodHandleDesc.ofMethod(
        kind, ClassDesc.ofInternalName(type.name()), name, CallWriter.spreadType(call));
  }

  private void write(CodeBuilder code, Bridge bridge) {
    var call = bridge.call();
    if (call.kind() == Use.Kind.NEW) {
      var swap = planner.swap(call.member().owner());
      var made = Objects.requireNonNullElse(swap, call.member().owner());
      code.new_(ClassDesc.ofInternalName(made)).dup();
    }
    var callType = CallWriter.spreadType(call);
    load(code, callType);
    new CallWriter(code).write(bridge.plan(), call, bridge.ownerIsInterface());
    code.return_(TypeKind.from(callType.returnType()));
  }

  private static void load(CodeBuilder code, MethodTypeDesc type) {
    var slot = 0;
    for (var parameter : type.parameterList()) {
      var kind = TypeKind.from(parameter);
      code.loadLocal(kind, slot);
      slot += kind.slotSize();
    }
  }
}
