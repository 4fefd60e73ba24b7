package dev.perdure.wat.type;

/// The bounds of types.
final class Limits {
  /// How deep types may nest in each other: far beyond what people read, and far below what a stack
  /// holds.
  static final int TYPE_DEPTH_MAX = 256;

  private Limits() {}
}
