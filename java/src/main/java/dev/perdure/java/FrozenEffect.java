package dev.perdure.java;

import dev.perdure.engine.PerformOptions;
import java.util.List;

/// An effect interface of a universe.
///
/// @param className its binary name
/// @param methods its abstract methods, sorted by name and descriptor
public record FrozenEffect(String className, List<Method> methods) {
  public FrozenEffect {
    methods = List.copyOf(methods);
  }

  /// One way to touch the world.
  ///
  /// @param readOnly whether it changes nothing
  /// @param idempotent whether it may be repeated with the same key
  /// @param options how often it is tried, and how long a try may take
  public record Method(
      String name,
      String descriptor,
      FrozenFunction.Signature signature,
      boolean readOnly,
      boolean idempotent,
      PerformOptions options) {}
}
