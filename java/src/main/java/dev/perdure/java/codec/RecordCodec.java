package dev.perdure.java.codec;

import dev.perdure.api.WasNamed;
import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.Tagged;
import dev.perdure.value.Value;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The codec of a record: a map from keywords to components. A component that the value lacks is
/// read under its former names, or empty if it is an `Optional`.
final class RecordCodec implements PartCodec {
  private final Class<?> type;
  private final List<String> names;
  private final MethodHandle constructor;
  private final Component[] components;

  private record Component(
      Keyword keyword,
      List<Keyword> former,
      PartCodec codec,
      MethodHandle accessor,
      boolean optional) {}

  RecordCodec(Class<?> type, Codecs codecs, Map<TypeVariable<?>, Type> bound, String path) {
    this.type = type;
    this.names = SealedCodec.names(type);
    var parts = type.getRecordComponents();
    this.components = new Component[parts.length];
    try {
      var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      for (int i = 0; i < parts.length; i++) {
        components[i] = component(parts[i], codecs, bound, path, lookup);
      }
      var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var handle = lookup.findConstructor(type, MethodType.methodType(void.class, types));
      this.constructor =
          handle.asType(handle.type().generic()).asSpreader(Object[].class, parts.length);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record's own members are not accessible: " + type, e);
    }
  }

  private static Component component(
      RecordComponent part,
      Codecs codecs,
      Map<TypeVariable<?>, Type> bound,
      String path,
      MethodHandles.Lookup lookup)
      throws IllegalAccessException {
    var was = part.getAnnotation(WasNamed.class);
    var former = was == null ? new String[0] : was.value();
    var accessor = part.getAccessor();
    accessor.setAccessible(true);
    return new Component(
        Keyword.of(part.getName()),
        Arrays.stream(former).map(Keyword::of).toList(),
        codecs.build(part.getGenericType(), bound, path + "." + part.getName()),
        lookup.unreflect(accessor).asType(MethodType.genericMethodType(1)),
        part.getType() == Optional.class);
  }

  @Override
  public Value toValue(@Nullable Object object, int depth) {
    if (object == null) {
      return Nil.NIL;
    }
    if (!type.isInstance(object)) {
      throw new Mismatch("a " + type.getTypeName(), object);
    }
    var deeper = PartCodec.deeper(depth);
    var map = MapValue.builder();
    for (var component : components) {
      var part = read(component, object);
      map.put(
          component.keyword(),
          Containers.inside(step(component), () -> component.codec().toValue(part, deeper)));
    }
    return map.build();
  }

  private static String step(Component component) {
    return "." + component.keyword().name();
  }

  private static @Nullable Object read(Component component, Object object) {
    try {
      return component.accessor().invokeExact(object);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  @Override
  public @Nullable Object fromValue(Value value, int depth) {
    if (value instanceof Nil) {
      return null;
    }
    if (isTagged(value)) {
      return fromValue(((Tagged) value).value(), PartCodec.deeper(depth));
    }
    if (!(value instanceof MapValue map)) {
      throw new Mismatch("a map for " + type.getTypeName(), value);
    }
    var deeper = PartCodec.deeper(depth);
    var parts = new @Nullable Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      var component = components[i];
      parts[i] = Containers.inside(step(component), () -> part(component, map, deeper));
    }
    try {
      return constructor.invokeExact(parts);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /// Whether it is the form that a record has which a sealed interface permits.
  private boolean isTagged(Value value) {
    return value instanceof Tagged t && names.contains(t.tag().name());
  }

  @Override
  public boolean mayRead(Value value) {
    return value instanceof Nil || value instanceof MapValue || isTagged(value);
  }

  @Override
  public Fit fit(Value value) {
    if (isTagged(value)) {
      return fit(((Tagged) value).value());
    }
    if (!(value instanceof MapValue map)) {
      return value instanceof Nil ? Fit.EXACT : Fit.NONE;
    }
    int known = 0;
    for (var component : components) {
      var part = part(component, map);
      if (part == null ? !component.optional() : !component.codec().mayRead(part)) {
        return Fit.NONE;
      }
      known += part == null ? 0 : 1;
    }
    return known == map.size() ? Fit.EXACT : Fit.LOOSE;
  }

  private static @Nullable Value part(Component component, MapValue map) {
    var part = map.get(component.keyword());
    for (int i = 0; part == null && i < component.former().size(); i++) {
      part = map.get(component.former().get(i));
    }
    return part;
  }

  private static @Nullable Object part(Component component, MapValue map, int depth) {
    var part = part(component, map);
    if (part != null) {
      return component.codec().fromValue(part, depth);
    }
    if (component.optional()) {
      return Optional.empty();
    }
    throw new Mismatch("a component " + component.keyword(), map);
  }

  /// What a record's own code threw, as it threw it.
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable t) throws T {
    throw (T) t;
  }
}
