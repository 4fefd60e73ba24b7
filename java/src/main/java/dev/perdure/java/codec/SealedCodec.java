package dev.perdure.java.codec;

import dev.perdure.api.WasNamed;
import dev.perdure.value.Nil;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Value;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The codec of a sealed interface: its variants, each tagged `#Interface/Variant`. Variants of
/// sealed interfaces inside it are variants of it. Former names of both are read.
final class SealedCodec implements PartCodec {
  private final Class<?> type;
  private final Map<Class<?>, Variant> byClass = new HashMap<>();
  private final Map<Symbol, Variant> byTag = new LinkedHashMap<>();

  private record Variant(Symbol tag, PartCodec codec) {}

  SealedCodec(Class<?> type, Codecs codecs, List<Type> arguments, String path) {
    this.type = type;
    for (var leaf : leaves(type)) {
      var tag = Symbol.of(type.getSimpleName(), leaf.getSimpleName());
      Type generic = leaf.getTypeParameters().length == 0 ? leaf : new Bound(leaf, arguments);
      var variant =
          new Variant(tag, codecs.build(generic, Map.of(), path + "." + leaf.getSimpleName()));
      byClass.put(leaf, variant);
      byTag.put(tag, variant);
      for (var outer : names(type)) {
        names(leaf).forEach(inner -> byTag.putIfAbsent(Symbol.of(outer, inner), variant));
      }
    }
  }

  /// The name of a type and those it had before.
  static List<String> names(Class<?> type) {
    var names = new ArrayList<String>();
    names.add(type.getSimpleName());
    var was = type.getAnnotation(WasNamed.class);
    if (was != null) {
      names.addAll(List.of(was.value()));
    }
    return names;
  }

  private static List<Class<?>> leaves(Class<?> type) {
    var leaves = new ArrayList<Class<?>>();
    for (var permitted : type.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        leaves.addAll(leaves(permitted));
      } else {
        leaves.add(permitted);
      }
    }
    return leaves;
  }

  @Override
  public Value toValue(@Nullable Object object, int depth) {
    if (object == null) {
      return Nil.NIL;
    }
    var variant = byClass.get(declared(object));
    if (variant == null) {
      throw new Mismatch("a " + type.getTypeName(), object);
    }
    return new Tagged(variant.tag(), variant.codec().toValue(object, PartCodec.deeper(depth)));
  }

  /// Constants with a body are of a class below their enum.
  private static Class<?> declared(Object object) {
    return object instanceof Enum<?> e ? e.getDeclaringClass() : object.getClass();
  }

  @Override
  public @Nullable Object fromValue(Value value, int depth) {
    if (value instanceof Nil) {
      return null;
    }
    var variant = value instanceof Tagged t ? byTag.get(t.tag()) : null;
    if (variant == null) {
      throw new Mismatch("one of the variants " + byTag.keySet(), value);
    }
    var deeper = PartCodec.deeper(depth);
    return Containers.inside(
        "(" + variant.tag().name() + ")",
        () -> variant.codec().fromValue(((Tagged) value).value(), deeper));
  }

  @Override
  public boolean mayRead(Value value) {
    return value instanceof Nil || (value instanceof Tagged t && byTag.containsKey(t.tag()));
  }
}
