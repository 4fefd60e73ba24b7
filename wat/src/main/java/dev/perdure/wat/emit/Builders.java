package dev.perdure.wat.emit;

import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashMapBuilder;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.HashSetBuilder;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.run.Primitives;
import dev.perdure.wat.run.Representation;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which classes hold a collection or a text while it is changed in place. A primitive can do that
/// if its class has a method of the same name that takes the builder first.
final class Builders {
  private static final Map<Class<?>, Class<?>> OF =
      Map.of(
          Vector.class, VectorBuilder.class,
          HashMap.class, HashMapBuilder.class,
          HashSet.class, HashSetBuilder.class,
          String.class, StringBuilder.class);

  private static final Map<Class<?>, Class<?>> BUILT =
      Map.of(
          VectorBuilder.class, Vector.class,
          HashMapBuilder.class, HashMap.class,
          HashSetBuilder.class, HashSet.class,
          StringBuilder.class, String.class);

  private Builders() {}

  /// The class of the builder; `Object` if there is none.
  static Class<?> of(Class<?> collection) {
    return OF.getOrDefault(collection, Object.class);
  }

  /// What a builder builds; null if the class is none.
  static @Nullable Class<?> built(Class<?> builder) {
    return BUILT.get(builder);
  }

  /// Has what stands on the stack as a builder.
  static void open(CodeBuilder body, Class<?> builder) {
    var collection = Compiler.desc(Objects.requireNonNull(BUILT.get(builder)));
    var made = Compiler.desc(builder);
    if (builder == StringBuilder.class) {
      body.new_(made)
          .dup_x1()
          .swap()
          .invokespecial(made, INIT_NAME, MethodTypeDesc.of(CD_void, collection));
    } else {
      body.invokevirtual(collection, "toBuilder", MethodTypeDesc.of(made));
    }
  }

  /// Has the builder that stands on the stack build.
  ///
  /// @return what it builds
  static Class<?> build(CodeBuilder body, Class<?> builder) {
    var built = Objects.requireNonNull(BUILT.get(builder));
    var method = builder == StringBuilder.class ? "toString" : "build";
    body.invokevirtual(Compiler.desc(builder), method, MethodTypeDesc.of(Compiler.desc(built)));
    return built;
  }

  /// Whether it reads a builder and keeps nothing of it.
  static boolean isReading(Operation.Java java, Class<?> builder) {
    var type = type(java, builder);
    return type != null && type.returnType() != builder;
  }

  /// Whether it changes a builder.
  static boolean isChange(Operation.Java java, Class<?> builder) {
    var type = type(java, builder);
    return type != null && type.returnType() == builder;
  }

  /// The method that takes the builder; null if there is none.
  static @Nullable MethodType type(Operation.Java java, Class<?> builder) {
    var own = Representation.of(java.params(), java.result());
    if (own.parameterCount() == 0 || own.parameterType(0) != BUILT.get(builder)) {
      return null;
    }
    return Primitives.find(java, own.changeParameterType(0, builder));
  }
}
