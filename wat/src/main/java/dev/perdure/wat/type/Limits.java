package dev.perdure.wat.type;

/// The bounds of types.
final class Limits {
  /// How deep types may nest in each other: far beyond what people read, and far below what a stack
  /// holds.
  static final int TYPE_DEPTH_MAX = 256;

  /// How many characters of a type are shown: types share parts, and a few lines of a program make
  /// one whose text would fill the memory.
  static final int TYPE_TEXT_MAX = 2000;

  /// How many steps a walk over types takes before it keeps account of where it was: nearly all are
  /// shorter, and an account costs more than they do.
  static final int SHORT_WALK_MAX = 64;

  /// From how many steps on aliases are expanded so that equal types are one object, whatever
  /// effects are latent in them.
  static final int LONG_WALK_MIN = 4096;

  private Limits() {}
}
