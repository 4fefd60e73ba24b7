package dev.perdure.wat.run;

/// What was asked cannot be done yet. Whoever asked keeps its frames as they stand, and asks again
/// when its turn comes.
public final class Parked extends RuntimeException {
  /// The only one: it says nothing more.
  public static final Parked PARKED = new Parked();

  private Parked() {
    super("it waits", null, false, false);
  }
}
