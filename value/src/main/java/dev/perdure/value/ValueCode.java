package dev.perdure.value;

/// What can be wrong with values, their text and their bytes.
public enum ValueCode implements Code {
  /// A value was to be made of something that no value can hold.
  VALUE_INVALID,
  /// A text is not EDN.
  EDN_SYNTAX,
  /// A text ends inside a value.
  EDN_INCOMPLETE,
  /// A map's key or a set's element occurs twice in a text.
  EDN_DUPLICATE,
  /// A text, or a value to be printed, exceeds a limit.
  EDN_LIMIT,
  /// Bytes are not an encoded value.
  CODEC_CORRUPT,
  /// Bytes are of a version that this release does not know.
  CODEC_VERSION,
  /// Bytes, or a value to be encoded, exceed a limit.
  CODEC_LIMIT,
  /// A value is referred to, and its bytes are not where they should be.
  VALUE_MISSING,
  /// The bytes of a value are not those that it was written with.
  VALUE_DAMAGED;

  static PerdureException invalid(String what) {
    return Problem.of(VALUE_INVALID, what, "Pass content that a value can hold").exception();
  }
}
