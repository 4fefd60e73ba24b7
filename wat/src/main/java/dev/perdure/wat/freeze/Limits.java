package dev.perdure.wat.freeze;

/// The bounds of freezing.
final class Limits {
  /// How many calls one expansion of a macro may make: seconds of work.
  static final long MACRO_STEPS_MAX = 10_000_000;

  private Limits() {}
}
