package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.VariantShape;
import dev.perdure.wat.run.Representation;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;

/// Emits operations: those that are hot as calls of their own, all others through
/// [Activation#apply].
final class Applications {
  private static final ClassDesc VARIANT = Compiler.desc(Variant.class);
  private static final ClassDesc SHAPE = Compiler.desc(VariantShape.class);
  private static final ClassDesc TUPLE = Compiler.desc(Tuple.class);
  private static final ClassDesc NOTHING = Compiler.desc(Nothing.class);
  private static final ClassDesc OPERATION = Compiler.desc(Operation.class);

  private final Compiler compiler;
  private final Emitter emitter;
  private final CodeBuilder body;

  Applications(Compiler compiler, Emitter emitter, CodeBuilder body) {
    this.compiler = compiler;
    this.emitter = emitter;
    this.body = body;
  }

  /// @param own how the value is to be left on the stack
  void emit(Operation operation, List<Core> args, Class<?> own) {
    switch (operation) {
      case Operation.Java java when emitter.ranges().isSafe(java, args) ->
          unchecked(java, args, own);
      case Operation.Java java ->
          java(java, args, Representation.of(java.params(), java.result()), own);
      case Operation.MakeVariant(String type, String variant)
          when type.equals(Basic.OPTION) || type.equals(Basic.RESULT) ->
          builtIn(variant, args);
      case Operation.MakeVariant(String type, String variant) -> variant(type, variant, args);
      case Operation.IsVariant(String type, String variant) -> isVariant(type, variant, args);
      case Operation.Payload(int index) -> {
        emitter.value(args.getFirst(), Variant.class);
        read(VARIANT, "field", index, own);
      }
      case Operation.Item(int index) -> {
        emitter.value(args.getFirst(), Tuple.class);
        read(TUPLE, "item", index, own);
      }
      case Operation.MakeTuple _ -> {
        emitter.array(args);
        body.invokestatic(TUPLE, "owning", MethodTypeDesc.of(TUPLE, Compiler.OBJECTS));
      }
      case Operation.Field field when Type.is(args.getFirst().type(), field.type()) ->
          field(field, args, own);
      case Operation.Construct construct -> construct(construct, args, own);
      case Operation.Spread(int fixed) -> emitter.spread(fixed, args, true, own);
      default -> other(operation, args, own);
    }
  }

  private void read(ClassDesc owner, String method, int index, Class<?> own) {
    body.loadConstant(index).invokevirtual(owner, method, MethodTypeDesc.of(CD_Object, CD_int));
    Boxes.convert(body, Object.class, own);
  }

  /// The same on the builder that the first argument gives.
  void java(Operation.Java java, List<Core> args, Class<?> builder, Class<?> own) {
    java(java, args, Objects.requireNonNull(Builders.type(java, builder)), own);
  }

  private void java(Operation.Java java, List<Core> args, MethodType type, Class<?> own) {
    for (int i = 0; i < args.size(); i++) {
      emitter.value(args.get(i), type.parameterType(i));
    }
    var member = java.member().split("\\.", 2);
    body.invokestatic(
        ClassDesc.of("dev.perdure.wat.library." + member[0]),
        member[1],
        type.describeConstable().orElseThrow());
    if (type.returnType() == void.class) {
      body.getstatic(NOTHING, "NIL", NOTHING);
      Boxes.convert(body, Object.class, own);
    } else {
      Boxes.convert(body, type.returnType(), own);
    }
  }

  /// A sum or a difference that does not overflow.
  private void unchecked(Operation.Java java, List<Core> args, Class<?> own) {
    args.forEach(arg -> emitter.value(arg, long.class));
    if (java.member().equals("I64.add")) {
      body.ladd();
    } else {
      body.lsub();
    }
    Boxes.convert(body, long.class, own);
  }

  private void builtIn(String variant, List<Core> args) {
    if (variant.equals("None")) {
      body.getstatic(VARIANT, "NONE", VARIANT);
      return;
    }
    emitter.value(args.getFirst(), Object.class);
    var method =
        switch (variant) {
          case "Some" -> "some";
          case "Ok" -> "ok";
          default -> "err";
        };
    body.invokestatic(VARIANT, method, MethodTypeDesc.of(VARIANT, CD_Object));
  }

  /// One without fields is always the same.
  private void variant(String type, String variant, List<Core> args) {
    var shape = compiler.shapes().of(enumeration(type)).get(index(type, variant));
    if (args.isEmpty()) {
      emitter.constant(Variant.unit(shape), Variant.class);
      return;
    }
    emitter.constant(shape, VariantShape.class);
    if (args.size() == 1) {
      emitter.value(args.getFirst(), Object.class);
      body.invokestatic(VARIANT, "one", MethodTypeDesc.of(VARIANT, SHAPE, CD_Object));
    } else {
      emitter.array(args);
      body.invokestatic(VARIANT, "of", MethodTypeDesc.of(VARIANT, SHAPE, Compiler.OBJECTS));
    }
  }

  private TypeDecl.Enumeration enumeration(String type) {
    if (compiler.shapes().table().find(type) instanceof TypeDecl.Enumeration enumeration) {
      return enumeration;
    }
    throw new IllegalStateException(type + " is no enum");
  }

  /// The subject's type is known, so the number of the variant tells.
  private void isVariant(String type, String variant, List<Core> args) {
    emitter.value(args.getFirst(), Variant.class);
    var other = body.newLabel();
    var end = body.newLabel();
    body.invokevirtual(VARIANT, "index", MethodTypeDesc.of(CD_int))
        .loadConstant(index(type, variant))
        .if_icmpne(other)
        .iconst_1()
        .goto_(end)
        .labelBinding(other)
        .iconst_0()
        .labelBinding(end);
  }

  private int index(String type, String variant) {
    if (compiler.shapes().table().find(type) instanceof TypeDecl.Enumeration enumeration) {
      for (int i = 0; i < enumeration.variants().size(); i++) {
        if (enumeration.variants().get(i).name().equals(variant)) {
          return i;
        }
      }
    }
    return variant.equals("None") || variant.equals("Err") ? 1 : 0;
  }

  private void field(Operation.Field field, List<Core> args, Class<?> own) {
    var aggregate = compiler.representations().aggregate(field.type());
    if (aggregate == null) {
      other(field, args, own);
    } else {
      emitter.value(args.getFirst(), aggregate.loaded());
      aggregate.get(field.index(), body);
      Boxes.convert(body, aggregate.fields().get(field.index()), own);
    }
  }

  private void construct(Operation.Construct construct, List<Core> args, Class<?> own) {
    var aggregate = compiler.representations().aggregate(construct.type());
    if (aggregate == null) {
      other(construct, args, own);
      return;
    }
    aggregate.begin(body);
    for (int i = 0; i < args.size(); i++) {
      emitter.value(args.get(i), aggregate.fields().get(i));
    }
    aggregate.made(body);
    Boxes.convert(body, aggregate.loaded(), own);
  }

  private void other(Operation operation, List<Core> args, Class<?> own) {
    body.aload(0);
    emitter.constant(operation, Operation.class);
    emitter.array(args);
    body.invokevirtual(
        Compiler.ACTIVATION, "apply", MethodTypeDesc.of(CD_Object, OPERATION, Compiler.OBJECTS));
    Boxes.convert(body, Object.class, own);
  }
}
