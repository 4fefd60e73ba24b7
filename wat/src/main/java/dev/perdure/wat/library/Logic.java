package dev.perdure.wat.library;

/// Bools.
public final class Logic {
  private Logic() {}

  /// `(not b)`.
  public static boolean not(boolean b) {
    return !b;
  }
}
