package dev.perdure.java.run;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// The methods that a proxy has from [Object]. They touch nothing and are the same in every run.
final class ObjectMethods {
  private ObjectMethods() {}

  /// Answers `equals`, `hashCode` or `toString`.
  ///
  /// @param name what the proxy prints as
  @SuppressWarnings("ReferenceEquality") // a proxy equals itself only
  static Object answer(
      String name, Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> name.hashCode();
      default -> name;
    };
  }
}
