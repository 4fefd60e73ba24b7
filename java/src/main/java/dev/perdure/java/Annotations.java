package dev.perdure.java;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the annotations of the API off class files.
final class Annotations {
  static final String EFFECT = "Ldev/perdure/api/Effect;";
  static final String READ_ONLY = "Ldev/perdure/api/ReadOnly;";
  static final String IDEMPOTENT = "Ldev/perdure/api/Idempotent;";
  static final String SIGNAL = "Ldev/perdure/api/Signal;";
  static final String PROMISE = "Ldev/perdure/api/Promise;";
  static final String RETRY = "Ldev/perdure/api/Retry;";
  static final String TIMEOUT = "Ldev/perdure/api/Timeout;";
  static final String ROUTED = "Ldev/perdure/api/Routed;";
  static final String CRON = "Ldev/perdure/api/Cron;";
  static final String PREVIOUS = "Ldev/perdure/api/Previous;";
  static final String QUERY = "Ldev/perdure/api/Query;";
  static final String MIGRATES = "Ldev/perdure/api/Migrates;";
  static final String WAS_NAMED = "Ldev/perdure/api/WasNamed;";

  private Annotations() {}

  static List<Annotation> of(AttributedElement element) {
    return element
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .map(attribute -> attribute.annotations())
        .orElse(List.of());
  }

  static @Nullable Annotation find(List<Annotation> annotations, String type) {
    return annotations.stream()
        .filter(annotation -> annotation.className().equalsString(type))
        .findFirst()
        .orElse(null);
  }

  static boolean has(AttributedElement element, String type) {
    return find(of(element), type) != null;
  }

  /// The function name that `@Routed` gives a method, or null if it is not routed.
  static @Nullable String routedName(UserMethod method) {
    var routed = find(of(method.model()), ROUTED);
    if (routed == null || method.isBridge()) {
      return null;
    }
    var given = strings(routed);
    return given.isEmpty() || given.getFirst().isEmpty()
        ? method.member().name()
        : given.getFirst();
  }

  /// What `@WasNamed` says, or nothing.
  static List<String> formerNames(AttributedElement element) {
    var named = find(of(element), WAS_NAMED);
    return named == null ? List.of() : strings(named);
  }

  // The strings of the element "value".
  private static List<String> strings(Annotation annotation) {
    return strings(annotation, "value");
  }

  /// The string, number or name that an element of an annotation is.
  static String element(Annotation annotation, String name, String otherwise) {
    var given = strings(annotation, name);
    return given.isEmpty() ? otherwise : given.getFirst();
  }

  /// The strings, numbers, constants' names and class names that an element of an annotation
  /// consists of, in order.
  static List<String> strings(Annotation annotation, String element) {
    return annotation.elements().stream()
        .filter(each -> each.name().equalsString(element))
        .map(AnnotationElement::value)
        .findFirst()
        .map(Annotations::strings)
        .orElse(List.of());
  }

  private static List<String> strings(AnnotationValue value) {
    return switch (value) {
      case AnnotationValue.OfString string -> List.of(string.stringValue());
      case AnnotationValue.OfInt number -> List.of(Integer.toString(number.intValue()));
      case AnnotationValue.OfEnum constant -> List.of(constant.constantName().stringValue());
      case AnnotationValue.OfClass type ->
          List.of(Names.binary(Names.ofReference(type.classSymbol())));
      case AnnotationValue.OfArray array ->
          array.values().stream().flatMap(each -> strings(each).stream()).toList();
      default -> List.of();
    };
  }
}
