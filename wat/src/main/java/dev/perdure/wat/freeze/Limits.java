package dev.perdure.wat.freeze;

/// The bounds of freezing.
final class Limits {
  /// How many calls one expansion of a macro may make: seconds of work.
  static final long MACRO_STEPS_MAX = 10_000_000;

  /// How many calls all expansions of a program may make.
  static final long PROGRAM_STEPS_MAX = 20_000_000;

  /// How many parts a value may have that a macro makes, as a tree: what is expanded is one, and
  /// fills some hundred megabytes.
  static final long MACRO_VALUE_MAX = 1_000_000;

  /// How many parts of values all expansions of a program may look at: seconds of work.
  static final long MACRO_WORK_MAX = 200_000_000;

  /// Up to how many parts a value is measured each time it is looked at.
  static final long SMALL_VALUE_MAX = 500;

  private Limits() {}
}
