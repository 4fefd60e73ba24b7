package dev.perdure.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A class whose file was found: one of the universe, or one of the JDK or the API.
sealed interface Known permits UserClass, PlatformClass {
  /// The internal name.
  String name();

  /// The internal name of the superclass; null for `Object`.
  @Nullable String superName();

  /// Internal names.
  List<String> interfaces();

  boolean isInterface();

  /// Whether it declares an instance method that a subclass in any package may override.
  boolean declaresOverridable(String signature);
}
