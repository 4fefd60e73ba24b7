package dev.perdure.java;

import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A method of a class of the universe.
final class UserMethod {
  private final UserClass owner;
  private final MethodModel model;
  private final Member member;
  private @Nullable List<Use> uses;

  UserMethod(UserClass owner, MethodModel model) {
    this.owner = owner;
    this.model = model;
    this.member =
        new Member(
            owner.name(), model.methodName().stringValue(), model.methodType().stringValue());
  }

  static String signature(MethodModel model) {
    return model.methodName().stringValue() + model.methodType().stringValue();
  }

  UserClass owner() {
    return owner;
  }

  MethodModel model() {
    return model;
  }

  Member member() {
    return member;
  }

  String signature() {
    return member.signature();
  }

  boolean has(AccessFlag flag) {
    return model.flags().has(flag);
  }

  boolean isStatic() {
    return has(AccessFlag.STATIC);
  }

  boolean isPrivate() {
    return has(AccessFlag.PRIVATE);
  }

  boolean isAbstract() {
    return has(AccessFlag.ABSTRACT);
  }

  boolean isBridge() {
    return has(AccessFlag.BRIDGE);
  }

  /// A body that javac made of a lambda expression; its name counts lambdas and means nothing.
  boolean isLambdaBody() {
    return has(AccessFlag.SYNTHETIC) && member.name().startsWith("lambda$");
  }

  /// Whether it takes part in overriding.
  boolean isVirtual() {
    return !isStatic() && !isPrivate() && !member.name().startsWith("<");
  }

  /// Everything outside itself that its code refers to, in the order of the code.
  List<Use> uses() {
    if (uses == null) {
      uses = UseReader.read(this);
    }
    return uses;
  }

  /// Its first line, or that of nothing (0) if the class file does not say.
  FrozenFunction.Place place() {
    var lines = model.code().flatMap(code -> code.findAttribute(Attributes.lineNumberTable()));
    return owner.place(lines.map(table -> table.lineNumbers().getFirst().lineNumber()).orElse(0));
  }

  @Override
  public String toString() {
    return member.text();
  }
}
