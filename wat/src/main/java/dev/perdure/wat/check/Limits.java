package dev.perdure.wat.check;

/// The bounds of checking.
final class Limits {
  /// How many aliases may lead to each other before a name counts as unknown: nobody follows more.
  static final int ALIASES_MAX = 64;

  private Limits() {}
}
