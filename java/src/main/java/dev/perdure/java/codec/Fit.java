package dev.perdure.java.codec;

/// How well a value suits a codec, told without looking into the parts of its parts.
enum Fit {
  /// It cannot be read.
  NONE,
  /// It can be read, and has keys that are passed over.
  LOOSE,
  /// It can be read, and all its keys are known.
  EXACT
}
