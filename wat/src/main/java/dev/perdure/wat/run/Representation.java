package dev.perdure.wat.run;

import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.PersistentMap;
import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Type;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How values of a type are held by the JVM: numbers and bools unboxed where the type says so.
public final class Representation {
  private static final Map<String, Class<?>> CLASSES =
      Map.ofEntries(
          Map.entry("wat::core::i64", long.class),
          Map.entry("wat::core::u8", long.class),
          Map.entry("wat::core::f64", double.class),
          Map.entry("wat::core::bool", boolean.class),
          Map.entry("wat::core::String", String.class),
          Map.entry("wat::core::char", Character.class),
          Map.entry("wat::core::keyword", Keyword.class),
          Map.entry("wat::core::bigint", BigInteger.class),
          Map.entry("wat::core::Uuid", UUID.class),
          Map.entry("wat::time::Instant", Instant.class),
          Map.entry("wat::time::Duration", Duration.class),
          Map.entry("wat::WatAST", Ast.class),
          Map.entry("wat::core::Option", Variant.class),
          Map.entry("wat::core::Result", Variant.class),
          Map.entry("wat::core::Vector", Vector.class),
          Map.entry("wat::core::List", dev.perdure.wat.data.List.class),
          Map.entry("wat::core::HashMap", HashMap.class),
          Map.entry("wat::core::HashSet", HashSet.class),
          Map.entry("wat::core::PersistentVector", PersistentVector.class),
          Map.entry("wat::core::PersistentMap", PersistentMap.class),
          Map.entry("wat::stream::Stream", Stream.class),
          Map.entry("wat::core::Record", Aggregate.class),
          Map.entry("wat::core::Struct", Aggregate.class),
          Map.entry("wat::core::Span", Aggregate.class),
          Map.entry("wat::core::Error", Aggregate.class),
          Map.entry(Context.TYPE.name(), Context.class));

  private Representation() {}

  /// The class of a type's values; `Object` where the type does not tell.
  public static Class<?> of(Type type) {
    return switch (Type.head(type)) {
      case Type.Named named -> CLASSES.getOrDefault(named.name(), Object.class);
      case Type.Tuple _ -> Tuple.class;
      case Type.Fn _ -> Function.class;
      case Type.Param _, Type.Var _ -> Object.class;
    };
  }

  /// What a method in Java takes and gives that stands for a primitive: nothing where its result is
  /// `nil` or `never`.
  public static MethodType of(List<Type> params, Type result) {
    return MethodType.methodType(
        isNothing(result) ? void.class : of(result),
        params.stream().<Class<?>>map(Representation::of).toList());
  }

  /// Whether a type has no value, or one that says nothing.
  public static boolean isNothing(Type type) {
    return Type.is(type, "wat::core::nil") || Type.is(type, "wat::core::never");
  }
}
