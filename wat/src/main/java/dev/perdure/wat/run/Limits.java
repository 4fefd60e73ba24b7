package dev.perdure.wat.run;

/// The bounds of running programs.
public final class Limits {
  /// How deep functions may call each other in circles (W7).
  public static final int DEPTH_MAX = 100_000;

  /// Values and characters that a checkpoint may hold, one that is held twice counted twice: they
  /// are written in some ten milliseconds.
  public static final int CHECKPOINT_SIZE_MAX = 1 << 20;

  /// How deep values of a checkpoint may be nested: each takes up to two levels of the engine's
  /// values, which have 512.
  public static final int CHECKPOINT_DEPTH_MAX = 200;

  private Limits() {}
}
