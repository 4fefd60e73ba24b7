package dev.perdure.java.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A generic type whose variables have been replaced by types.
record Bound(Class<?> raw, List<Type> arguments) implements ParameterizedType {

  static Bound of(ParameterizedType type, UnaryOperator<Type> resolve) {
    return new Bound(
        (Class<?>) type.getRawType(),
        Arrays.stream(type.getActualTypeArguments()).map(resolve).toList());
  }

  @Override
  public Type[] getActualTypeArguments() {
    return arguments.toArray(Type[]::new);
  }

  @Override
  public Type getRawType() {
    return raw;
  }

  @Override
  public @Nullable Type getOwnerType() {
    return raw.getDeclaringClass();
  }
}
