package dev.perdure.wat.expand;

/// The bounds of expansion.
final class Limits {
  /// How deep expansions may nest (W8).
  static final int EXPANSION_DEPTH_MAX = 512;

  /// How many times the macros of one program may expand: far beyond what is written by hand, and
  /// reached within seconds where macros double each other.
  static final int EXPANSIONS_MAX = 1_000_000;

  /// How many nodes the macros of one program may make, as trees: with what they become in the
  /// checker, a gigabyte.
  static final int EXPANDED_NODES_MAX = 1_000_000;

  /// How deep the lists may nest that a macro makes: far beyond what is written by hand, and far
  /// below what a stack holds.
  static final int EXPANDED_DEPTH_MAX = 10_000;

  /// How many expansions may fail before no more are made: all of a program's may do so by one
  /// mistake.
  static final int ERRORS_MAX = 1000;

  private Limits() {}
}
