package dev.perdure.wat.check;

import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.type.TypeDecl;

/// What a global name at the head of a call stands for.
sealed interface Callee {

  /// A function with one signature.
  record Function(Definition definition, Scheme scheme) implements Callee {}

  /// A function of several clauses.
  record Clauses(Definition.Clauses definition) implements Callee {}

  /// `(:acme::Point :x 3 :y 4)`.
  record ByKeywords(TypeDecl.Aggregate type) implements Callee {}

  /// `(:acme::Point' 3 4)`.
  record ByPosition(TypeDecl.Aggregate type) implements Callee {}

  /// `(:acme::Point/x p)`.
  record Accessor(TypeDecl.Aggregate type, int index) implements Callee {}

  /// `(:acme::is-Point? v)`.
  record Predicate(TypeDecl type) implements Callee {}

  /// `(:acme::Shape::Circle 1.0)`.
  record Variant(TypeDecl.Enumeration type, TypeDecl.Variant variant) implements Callee {}

  /// `(:acme::Cents 5)`.
  record Wrap(TypeDecl.Newtype type) implements Callee {}

  /// `(:acme::Cents/0 c)`.
  record Unwrap(TypeDecl.Newtype type) implements Callee {}

  /// `(:acme::Sized/size v)`.
  record Method(TypeDecl.Surface surface, TypeDecl.Feature.Method method) implements Callee {}

  /// `(:acme::Sized/name v)`, a field that a surface asks for.
  record SurfaceField(TypeDecl.Surface surface, TypeDecl.Feature.Has field) implements Callee {}
}
