package dev.perdure.java;

import java.lang.constant.ClassDesc;

/// Names of classes: internal (`shop/Order$Line`), binary (`shop.Order$Line`), for people
/// (`Order.Line`).
final class Names {
  static final String OBJECT = "java/lang/Object";

  private Names() {}

  static String binary(String internal) {
    return internal.replace('/', '.');
  }

  static String internal(String binary) {
    return binary.replace('.', '/');
  }

  static String packageOf(String internal) {
    var slash = internal.lastIndexOf('/');
    return slash < 0 ? "" : internal.substring(0, slash);
  }

  /// The name without package, as it is written in source.
  static String text(String internal) {
    return internal.substring(internal.lastIndexOf('/') + 1).replace('$', '.');
  }

  /// The internal name of a class or interface, or [#OBJECT] for an array.
  static String ofReference(ClassDesc type) {
    if (type.isArray()) {
      return OBJECT;
    }
    var descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  /// The class that a type is made of, or null if it is primitive through and through.
  static @org.jspecify.annotations.Nullable String element(ClassDesc type) {
    var element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    return element.isPrimitive() ? null : ofReference(element);
  }
}
