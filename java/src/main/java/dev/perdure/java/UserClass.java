package dev.perdure.java;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A class of the universe as it was read.
final class UserClass implements Known {
  private final ClassModel model;
  private final String name;
  private final boolean trusted;
  private final String sourceFile;
  private final Map<String, UserMethod> methods = new LinkedHashMap<>();

  UserClass(ClassModel model, boolean trusted) {
    this.model = model;
    this.name = model.thisClass().asInternalName();
    this.trusted = trusted;
    this.sourceFile =
        model
            .findAttribute(Attributes.sourceFile())
            .map(attribute -> attribute.sourceFile().stringValue())
            .orElse(Names.binary(name));
    model.methods().forEach(m -> methods.put(UserMethod.signature(m), new UserMethod(this, m)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable String superName() {
    return model.superclass().map(entry -> entry.asInternalName()).orElse(null);
  }

  @Override
  public List<String> interfaces() {
    return model.interfaces().stream().map(entry -> entry.asInternalName()).toList();
  }

  @Override
  public boolean isInterface() {
    return has(AccessFlag.INTERFACE);
  }

  @Override
  public boolean declaresOverridable(String signature) {
    var method = methods.get(signature);
    return method != null && method.isVirtual();
  }

  ClassModel model() {
    return model;
  }

  /// Whether it is taken as deterministic without a look.
  boolean isTrusted() {
    return trusted;
  }

  boolean has(AccessFlag flag) {
    return model.flags().has(flag);
  }

  boolean isConcrete() {
    return !has(AccessFlag.ABSTRACT) && !isInterface();
  }

  boolean isRecord() {
    return "java/lang/Record".equals(superName());
  }

  boolean isEnum() {
    return has(AccessFlag.ENUM);
  }

  boolean isSealedInterface() {
    return isInterface() && model.findAttribute(Attributes.permittedSubclasses()).isPresent();
  }

  Collection<UserMethod> methods() {
    return methods.values();
  }

  @Nullable UserMethod method(String signature) {
    return methods.get(signature);
  }

  @Nullable FieldModel field(String fieldName) {
    return model.fields().stream()
        .filter(field -> field.fieldName().equalsString(fieldName))
        .findFirst()
        .orElse(null);
  }

  FrozenFunction.Place place(int line) {
    return new FrozenFunction.Place(sourceFile, line);
  }

  /// The place of the class as a whole: that of its first line of code.
  FrozenFunction.Place place() {
    return methods.values().stream()
        .map(UserMethod::place)
        .filter(place -> place.line() > 0)
        .findFirst()
        .orElse(place(0));
  }

  boolean isAnnotated(String annotation) {
    return Annotations.find(annotations(), annotation) != null;
  }

  List<Annotation> annotations() {
    return Annotations.of(model);
  }
}
