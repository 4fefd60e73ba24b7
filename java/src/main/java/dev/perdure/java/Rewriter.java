package dev.perdure.java;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;

/// Writes the classes of a universe as they are loaded.
final class Rewriter {
  private static final ClassDesc LINKER = ClassDesc.of("dev.perdure.java.link.Linker");
  private static final MethodTypeDesc UNREACHED =
      MethodTypeDesc.of(ClassDesc.of("java.lang.Error"), ConstantDescs.CD_String);
  private static final MethodTypeDesc TO_STRING = MethodTypeDesc.of(ConstantDescs.CD_String);

  private final Classes classes;
  private final Functions functions;
  private final Members members;
  private final Reach reach;
  private final ClassFile classFile;

  Rewriter(Classes classes, Functions functions, Members members, Reach reach) {
    this.classes = classes;
    this.functions = functions;
    this.members = members;
    this.reach = reach;
    this.classFile =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(classes),
            ClassFile.ConstantPoolSharingOption.NEW_POOL);
  }

  byte[] rewrite(UserClass type) {
    var planner = new Plan.Planner(classes, functions, members, type.isTrusted());
    var bridges = new Bridges(type, planner);
    var rewritten = classFile.transformClass(type.model(), new OfClass(type, planner, bridges));
    return type.isTrusted() ? rewritten : ClassNames.replace(rewritten, members.remaps());
  }

  private final class OfClass implements ClassTransform {
    private final UserClass type;
    private final Plan.Planner planner;
    private final Bridges bridges;

    OfClass(UserClass type, Plan.Planner planner, Bridges bridges) {
      this.type = type;
      this.planner = planner;
      this.bridges = bridges;
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      if (element instanceof MethodModel model) {
        method(builder, model);
      } else {
        builder.with(element);
      }
    }

    @Override
    public void atEnd(ClassBuilder builder) {
      bridges.writeAll(builder);
      if (needsText()) {
        builder.withMethodBody(
            "toString",
            TO_STRING,
            ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
            code ->
                code.aload(0)
                    .invokestatic(CallWriter.TEXTS, "identity", CallWriter.TEXT)
                    .areturn());
      }
    }

    private void method(ClassBuilder builder, MethodModel model) {
      var method = Objects.requireNonNull(type.method(UserMethod.signature(model)));
      if (model.code().isEmpty()) {
        builder.with(model);
      } else if (type.isTrusted() || reach.contains(method)) {
        CodeTransform code =
            CodeTransform.ofStateful(() -> new MethodRewriter(method, planner, bridges));
        builder.transformMethod(model, MethodTransform.transformingCode(code));
      } else {
        builder.withMethod(
            model.methodName(),
            model.methodType(),
            model.flags().flagsMask(),
            unreached -> unreached.withCode(code -> writeUnreached(code, method)));
      }
    }

    // What was not checked cannot run.
    private void writeUnreached(CodeBuilder code, UserMethod method) {
      code.loadConstant(method.member().text())
          .invokestatic(LINKER, "unreached", UNREACHED)
          .athrow();
    }

    // A class right below Object that would print its identity.
    private boolean needsText() {
      return !type.isInterface()
          && !type.isTrusted()
          && Names.OBJECT.equals(type.superName())
          && type.method("toString()Ljava/lang/String;") == null;
    }
  }
}
