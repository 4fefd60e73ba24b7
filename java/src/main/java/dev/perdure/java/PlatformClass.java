package dev.perdure.java;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What must be known of a class of the JDK or the API: its place in the hierarchy and its members.
///
/// @param members signatures of all methods, and names of all fields
record PlatformClass(
    String name,
    @Nullable String superName,
    List<String> interfaces,
    boolean isInterface,
    Set<String> members,
    Set<String> overridable)
    implements Known {

  static PlatformClass of(ClassModel model) {
    var members = model.methods().stream().map(UserMethod::signature).collect(Collectors.toSet());
    model.fields().forEach(field -> members.add(fieldName(field)));
    return new PlatformClass(
        model.thisClass().asInternalName(),
        model.superclass().map(entry -> entry.asInternalName()).orElse(null),
        model.interfaces().stream().map(entry -> entry.asInternalName()).toList(),
        model.flags().has(AccessFlag.INTERFACE),
        members,
        model.methods().stream()
            .filter(PlatformClass::isOverridable)
            .map(UserMethod::signature)
            .collect(Collectors.toSet()));
  }

  @Override
  public boolean declaresOverridable(String signature) {
    return overridable.contains(signature);
  }

  private static boolean isOverridable(MethodModel method) {
    var flags = method.flags();
    return !flags.has(AccessFlag.STATIC)
        && !flags.has(AccessFlag.FINAL)
        && (flags.has(AccessFlag.PUBLIC) || flags.has(AccessFlag.PROTECTED))
        && !method.methodName().equalsString(Member.INIT);
  }

  private static String fieldName(FieldModel field) {
    return field.fieldName().stringValue();
  }
}
