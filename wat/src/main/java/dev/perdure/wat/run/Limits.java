package dev.perdure.wat.run;

/// The bounds of running programs.
public final class Limits {
  /// How deep functions may call each other in circles (W7).
  public static final int DEPTH_MAX = 100_000;

  private Limits() {}
}
