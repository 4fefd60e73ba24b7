package dev.perdure.wat.run;

/// What was asked cannot be done yet. Whoever asked keeps its frames as they stand, and asks again
/// when its turn comes.
public final class Parked extends RuntimeException {
  /// Says nothing more.
  public Parked() {
    super("it waits", null, false, false);
  }
}
