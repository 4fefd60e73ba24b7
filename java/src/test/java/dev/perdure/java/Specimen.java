package dev.perdure.java;

import java.lang.classfile.Annotation;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Class files in which a function uses one member of the JDK, in one shape.
///
/// The member is used at line 7 of `Shop.java` or `Helper.java`; the function is `Shop.start`.
record Specimen(java.lang.reflect.Member member, Shape shape) {
  enum Shape {
    DIRECT,
    HELPER_CLASS,
    LAMBDA,
    METHOD_REFERENCE,
    FIELD_INITIALISER,
    STATIC_INITIALISER
  }

  static final int LINE = 7;

  private static final ClassDesc SHOP = ClassDesc.of("shop.Shop");
  private static final ClassDesc HELPER = ClassDesc.of("shop.Helper");
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
  private static final int STATIC = ClassFile.ACC_STATIC;

  /// Where the problem is said to be.
  String place() {
    return (shape == Shape.HELPER_CLASS ? "Helper" : "Shop") + ".java:" + LINE;
  }

  /// The member as the checker knows it.
  Member named() {
    var owner = Names.internal(member.getDeclaringClass().getName());
    return switch (member) {
      case Constructor<?> it -> new Member(owner, Member.INIT, type(it).descriptorString());
      case Method it -> new Member(owner, it.getName(), type(it).descriptorString());
      default -> new Member(owner, member.getName(), "");
    };
  }

  boolean hasShape() {
    return !(member instanceof Field) || shape != Shape.METHOD_REFERENCE;
  }

  Map<String, byte[]> classFiles() {
    var classFiles = new HashMap<String, byte[]>();
    classFiles.put("shop.Shop", build(SHOP, "Shop.java", this::shop));
    if (shape == Shape.HELPER_CLASS) {
      classFiles.put(
          "shop.Helper",
          build(HELPER, "Helper.java", it -> it.withMethodBody("use", NOTHING, STATIC, this::use)));
    }
    return classFiles;
  }

  private static byte[] build(ClassDesc name, String file, Consumer<ClassBuilder> body) {
    return ClassFile.of()
        .build(
            name,
            builder -> {
              builder.withVersion(ClassFile.JAVA_25_VERSION, 0).withFlags(ClassFile.ACC_FINAL);
              builder.with(SourceFileAttribute.of(file));
              body.accept(builder);
            });
  }

  private void shop(ClassBuilder builder) {
    builder.withMethod(
        "start",
        NOTHING,
        STATIC,
        method ->
            method
                .with(
                    RuntimeVisibleAnnotationsAttribute.of(
                        Annotation.of(ClassDesc.of("dev.perdure.api.Routed"))))
                .withCode(this::start));
    switch (shape) {
      case LAMBDA ->
          builder.withMethodBody(
              "lambda$start$0",
              NOTHING,
              STATIC | ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC,
              this::use);
      case FIELD_INITIALISER ->
          builder.withMethodBody(
              ConstantDescs.INIT_NAME,
              NOTHING,
              0,
              code -> {
                code.aload(0).invokespecial(ConstantDescs.CD_Object, "<init>", NOTHING);
                use(code);
              });
      case STATIC_INITIALISER ->
          builder.withMethodBody(ConstantDescs.CLASS_INIT_NAME, NOTHING, STATIC, this::use);
      case DIRECT, HELPER_CLASS, METHOD_REFERENCE -> {}
    }
  }

  private void start(CodeBuilder code) {
    code.lineNumber(3);
    switch (shape) {
      case DIRECT -> use(code);
      case HELPER_CLASS -> code.invokestatic(HELPER, "use", NOTHING).return_();
      case LAMBDA -> lambda(code);
      case METHOD_REFERENCE -> reference(code);
      case FIELD_INITIALISER -> code.new_(SHOP).invokespecial(SHOP, "<init>", NOTHING).return_();
      case STATIC_INITIALISER -> {
        code.new_(SHOP).pop().return_();
      }
    }
  }

  private static void lambda(CodeBuilder code) {
    var body =
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, SHOP, "lambda$start$0", NOTHING);
    code.invokedynamic(site(body, NOTHING, NOTHING)).pop().return_();
  }

  private void reference(CodeBuilder code) {
    code.lineNumber(LINE);
    var executable = (Executable) member;
    var type = referenceType(executable);
    code.invokedynamic(site(handle(executable), type, type)).pop().return_();
  }

  private static DynamicCallSiteDesc site(
      DirectMethodHandleDesc body, MethodTypeDesc sam, MethodTypeDesc instantiated) {
    var metafactory =
        ConstantDescs.ofCallsiteBootstrap(
            ClassDesc.of("java.lang.invoke.LambdaMetafactory"),
            "metafactory",
            ConstantDescs.CD_CallSite,
            ConstantDescs.CD_MethodType,
            ConstantDescs.CD_MethodHandle,
            ConstantDescs.CD_MethodType);
    return DynamicCallSiteDesc.of(
        metafactory,
        "run",
        MethodTypeDesc.of(ClassDesc.of("java.lang.Runnable")),
        sam,
        body,
        instantiated);
  }

  private static DirectMethodHandleDesc handle(Executable executable) {
    var owner = type(executable.getDeclaringClass());
    return switch (executable) {
      case Constructor<?> it -> MethodHandleDesc.ofConstructor(owner, type(it).parameterArray());
      case Method it -> MethodHandleDesc.ofMethod(kind(it), owner, it.getName(), type(it));
    };
  }

  private static DirectMethodHandleDesc.Kind kind(Method method) {
    var isInterface = method.getDeclaringClass().isInterface();
    if (Modifier.isStatic(method.getModifiers())) {
      return isInterface
          ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
          : DirectMethodHandleDesc.Kind.STATIC;
    }
    return isInterface
        ? DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL
        : DirectMethodHandleDesc.Kind.VIRTUAL;
  }

  private static MethodTypeDesc referenceType(Executable executable) {
    var type = type(executable);
    var owner = type(executable.getDeclaringClass());
    if (executable instanceof Constructor<?>) {
      return type.changeReturnType(owner);
    }
    return Modifier.isStatic(executable.getModifiers())
        ? type
        : type.insertParameterTypes(0, owner);
  }

  // The use itself, with null, zero and false for arguments; it is never run.
  private void use(CodeBuilder code) {
    code.lineNumber(LINE);
    var owner = type(member.getDeclaringClass());
    switch (member) {
      case Constructor<?> it -> {
        code.new_(owner).dup();
        type(it).parameterList().forEach(each -> zero(code, each));
        code.invokespecial(owner, ConstantDescs.INIT_NAME, type(it)).pop();
      }
      case Method it -> {
        call(code, it, owner);
        pop(code, type(it).returnType());
      }
      case Field it -> {
        code.getstatic(owner, it.getName(), type(it.getType()));
        pop(code, type(it.getType()));
      }
      default -> throw new AssertionError(member);
    }
    code.return_();
  }

  private static void call(CodeBuilder code, Method method, ClassDesc owner) {
    var type = type(method);
    var isInterface = method.getDeclaringClass().isInterface();
    var isStatic = Modifier.isStatic(method.getModifiers());
    if (!isStatic) {
      code.aconst_null().checkcast(owner);
    }
    type.parameterList().forEach(each -> zero(code, each));
    if (isStatic) {
      code.invokestatic(owner, method.getName(), type, isInterface);
    } else if (isInterface) {
      code.invokeinterface(owner, method.getName(), type);
    } else {
      code.invokevirtual(owner, method.getName(), type);
    }
  }

  private static void zero(CodeBuilder code, ClassDesc type) {
    switch (TypeKind.from(type)) {
      case LONG -> code.lconst_0();
      case DOUBLE -> code.dconst_0();
      case FLOAT -> code.fconst_0();
      case REFERENCE -> code.aconst_null();
      default -> code.iconst_0();
    }
  }

  private static void pop(CodeBuilder code, ClassDesc type) {
    switch (TypeKind.from(type).slotSize()) {
      case 1 -> code.pop();
      case 2 -> code.pop2();
      default -> {}
    }
  }

  private static MethodTypeDesc type(Executable executable) {
    var result =
        executable instanceof Method method ? type(method.getReturnType()) : ConstantDescs.CD_void;
    return MethodTypeDesc.of(
        result, Arrays.stream(executable.getParameterTypes()).map(Specimen::type).toList());
  }

  private static ClassDesc type(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  @Override
  public String toString() {
    return named().text() + named().descriptor() + " in " + shape;
  }
}
