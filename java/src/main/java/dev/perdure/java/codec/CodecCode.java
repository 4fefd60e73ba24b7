package dev.perdure.java.codec;

import dev.perdure.value.Code;

/// The kinds of problem in converting between Java objects and values; a page each in
/// `docs/errors`.
public enum CodecCode implements Code {
  /// A value does not have the shape that a Java type expects.
  VALUE_MISMATCH,
  /// A function that reads an old shape threw, or returned null.
  MIGRATION_FAILED,
  /// A Java type has no form as a value.
  TYPE_NOT_A_VALUE,
}
