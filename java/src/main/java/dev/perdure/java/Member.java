package dev.perdure.java;

/// A method or field as code refers to it.
///
/// @param owner the internal name of the class named in the reference; arrays appear as
///   `java/lang/Object`, which declares all their methods
/// @param descriptor of a method or field
record Member(String owner, String name, String descriptor) {
  static final String INIT = "<init>";
  static final String STATIC_INIT = "<clinit>";

  /// Name and descriptor: what overriding goes by.
  String signature() {
    return name + descriptor;
  }

  boolean isConstructor() {
    return name.equals(INIT);
  }

  /// `Shop.render`, for people.
  String text() {
    return Names.text(owner) + (isConstructor() ? " constructor" : "." + name);
  }
}
