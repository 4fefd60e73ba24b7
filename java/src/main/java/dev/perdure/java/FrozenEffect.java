package dev.perdure.java;

import dev.perdure.engine.Message;
import dev.perdure.engine.PerformOptions;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An effect interface of a universe.
///
/// @param className its binary name
/// @param methods its abstract methods, sorted by name and descriptor
public record FrozenEffect(String className, List<Method> methods) {
  public FrozenEffect {
    methods = List.copyOf(methods);
  }

  /// What the loaded method is frozen as; null if it is not one of this interface's own.
  public @Nullable Method method(java.lang.reflect.Method loaded) {
    var descriptor =
        MethodType.methodType(loaded.getReturnType(), loaded.getParameterTypes())
            .toMethodDescriptorString();
    return methods.stream()
        .filter(m -> m.name().equals(loaded.getName()) && m.descriptor().equals(descriptor))
        .findFirst()
        .orElse(null);
  }

  /// One way to touch the world.
  ///
  /// @param readOnly whether it changes nothing
  /// @param idempotent whether it may be repeated with the same key
  /// @param options how often it is tried, and how long a try may take
  /// @param message what it receives instead of being performed; null if it is performed
  public record Method(
      String name,
      String descriptor,
      FrozenFunction.Signature signature,
      boolean readOnly,
      boolean idempotent,
      PerformOptions options,
      @Nullable Message message) {}
}
