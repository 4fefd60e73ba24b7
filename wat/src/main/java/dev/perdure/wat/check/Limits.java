package dev.perdure.wat.check;

/// The bounds of checking.
final class Limits {
  /// How many aliases may lead to each other before a name counts as unknown: nobody follows more.
  static final int ALIASES_MAX = 64;

  /// How many rows of patterns are looked at to find out whether a match covers its subject: far
  /// more than those have that are written by hand.
  static final int MATCH_ROWS_MAX = 1_000_000;

  private Limits() {}
}
