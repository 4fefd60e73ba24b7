package dev.perdure.java;

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
  public record Method(
      String name,
      String descriptor,
      FrozenFunction.Signature signature,
      boolean readOnly,
      boolean idempotent) {}
}
