package dev.perdure.node;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/// A type with its type arguments, which a class literal cannot name: the results of a function
/// that returns a `List<Item>` are read with `new TypeToken<List<Item>>() {}`.
///
/// @param <T> the type
public abstract class TypeToken<T> {
  private final Type type;

  /// The type that the subclass, an anonymous one as a rule, gives as type argument; `Object` if it
  /// gives none.
  protected TypeToken() {
    this.type =
        getClass().getGenericSuperclass() instanceof ParameterizedType parameterized
            ? parameterized.getActualTypeArguments()[0]
            : Object.class;
  }

  private TypeToken(Type type) {
    this.type = type;
  }

  /// The token of a type without type arguments.
  public static <T> TypeToken<T> of(Class<T> type) {
    return new TypeToken<>(type) {};
  }

  /// The type.
  public final Type type() {
    return type;
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }
}
