package dev.perdure.java;

import dev.perdure.java.Verdict.Target;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/// Writes what takes the place of a call. The operands are on the stack as for the call itself.
final class CallWriter {
  static final ClassDesc CONCATENATION = ClassDesc.of("java.lang.invoke.StringConcatFactory");
  static final ClassDesc LINKER = ClassDesc.of("dev.perdure.java.link.Linker");
  static final ClassDesc TEXTS = ClassDesc.of("dev.perdure.java.link.Texts");
  static final MethodTypeDesc TEXT =
      MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_Object);
  private static final MethodTypeDesc ROUTE =
      MethodTypeDesc.of(
          ConstantDescs.CD_CallSite,
          ConstantDescs.CD_MethodHandles_Lookup,
          ConstantDescs.CD_String,
          ConstantDescs.CD_MethodType,
          ConstantDescs.CD_String,
          ConstantDescs.CD_MethodHandle);
  private static final MethodTypeDesc SPREAD =
      MethodTypeDesc.of(
          ConstantDescs.CD_CallSite,
          ConstantDescs.CD_MethodHandles_Lookup,
          ConstantDescs.CD_String,
          ConstantDescs.CD_MethodType,
          ConstantDescs.CD_MethodHandle);

  private final CodeBuilder builder;

  CallWriter(CodeBuilder builder) {
    this.builder = builder;
  }

  void write(Plan plan, Use.Call call, boolean ownerIsInterface) {
    switch (plan) {
      case Plan.Keep _ -> keep(call, ownerIsInterface);
      case Plan.Route(var function) -> route(function, call, ownerIsInterface);
      case Plan.Stand(var target) -> stand(target, call);
      case Plan.Text(var method) -> builder.invokestatic(TEXTS, method, TEXT);
    }
  }

  /// The type of a call as a plain function: the receiver first.
  static MethodTypeDesc spreadType(Use.Call call) {
    var owner = ClassDesc.ofInternalName(call.member().owner());
    var type = MethodTypeDesc.ofDescriptor(call.member().descriptor());
    return switch (call.kind()) {
      case STATIC -> type;
      case NEW -> type.changeReturnType(owner);
      case VIRTUAL, INTERFACE, SPECIAL ->
          call.member().isConstructor() ? type : type.insertParameterTypes(0, owner);
    };
  }

  private void keep(Use.Call call, boolean ownerIsInterface) {
    var owner = ClassDesc.ofInternalName(call.member().owner());
    var type = MethodTypeDesc.ofDescriptor(call.member().descriptor());
    var name = call.member().name();
    switch (call.kind()) {
      case VIRTUAL -> builder.invokevirtual(owner, name, type);
      case INTERFACE -> builder.invokeinterface(owner, name, type);
      case STATIC -> builder.invokestatic(owner, name, type, ownerIsInterface);
      case SPECIAL, NEW -> builder.invokespecial(owner, name, type, ownerIsInterface);
    }
  }

  private void route(String function, Use.Call call, boolean ownerIsInterface) {
    var isStatic = call.kind() == Use.Kind.STATIC;
    var linker =
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, LINKER, isStatic ? "routeStatic" : "route", ROUTE);
    var direct =
        MethodHandleDesc.ofMethod(
            kind(call.kind(), ownerIsInterface),
            ClassDesc.ofInternalName(call.member().owner()),
            call.member().name(),
            MethodTypeDesc.ofDescriptor(call.member().descriptor()));
    builder.invokedynamic(
        DynamicCallSiteDesc.of(linker, call.member().name(), spreadType(call), function, direct));
  }

  private static DirectMethodHandleDesc.Kind kind(Use.Kind kind, boolean ownerIsInterface) {
    return switch (kind) {
      case VIRTUAL -> DirectMethodHandleDesc.Kind.VIRTUAL;
      case INTERFACE -> DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL;
      case STATIC ->
          ownerIsInterface
              ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
              : DirectMethodHandleDesc.Kind.STATIC;
      case SPECIAL ->
          ownerIsInterface
              ? DirectMethodHandleDesc.Kind.INTERFACE_SPECIAL
              : DirectMethodHandleDesc.Kind.SPECIAL;
      case NEW -> DirectMethodHandleDesc.Kind.CONSTRUCTOR;
    };
  }

  private void stand(Target target, Use.Call call) {
    switch (target) {
      case Target.Call(var owner, var name) ->
          builder.invokestatic(ClassDesc.ofInternalName(owner), name, spreadType(call));
      case Target.Spread spread -> spread(spread, call);
      case Target.Append append -> append(append, call);
      case Target.Swap(var owner) -> swap(owner, call);
    }
  }

  private void spread(Target.Spread target, Use.Call call) {
    var linker =
        MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, LINKER, "spread", SPREAD);
    var method =
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            ClassDesc.ofInternalName(target.owner()),
            target.name(),
            MethodTypeDesc.ofDescriptor(target.descriptor()));
    builder.invokedynamic(
        DynamicCallSiteDesc.of(linker, call.member().name(), spreadType(call), method));
  }

  private void append(Target.Append target, Use.Call call) {
    var given = MethodTypeDesc.ofDescriptor(target.descriptor());
    builder.invokestatic(ClassDesc.ofInternalName(target.owner()), target.name(), given);
    var type = MethodTypeDesc.ofDescriptor(call.member().descriptor());
    builder.invokespecial(
        ClassDesc.ofInternalName(call.member().owner()),
        call.member().name(),
        type.insertParameterTypes(type.parameterCount(), given.returnType()));
  }

  private void swap(String owner, Use.Call call) {
    var kind = call.member().isConstructor() ? Use.Kind.SPECIAL : call.kind();
    var member = new Member(owner, call.member().name(), call.member().descriptor());
    keep(new Use.Call(call.line(), kind, member, false), false);
  }
}
