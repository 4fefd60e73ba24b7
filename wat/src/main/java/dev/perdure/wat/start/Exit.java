package dev.perdure.wat.start;

/// The exit codes of a program (W11).
public final class Exit {
  /// Main returned `nil` or `Ok`.
  public static final int DONE = 0;

  /// A runtime error left main, or main returned `Err`.
  public static final int FAILED = 1;

  /// A panic left main, or `eprintln`.
  public static final int PANICKED = 2;

  /// Startup failed.
  public static final int NOT_STARTED = 3;

  /// Main is missing or of another signature.
  public static final int NO_MAIN = 4;

  /// The command was used wrongly.
  public static final int USAGE = 64;

  /// The entry file cannot be read.
  public static final int UNREADABLE = 66;

  private Exit() {}
}
