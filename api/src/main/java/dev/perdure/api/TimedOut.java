package dev.perdure.api;

/// The body of [Tasks#within] took too long and was cancelled, or an effect took longer than its
/// [Timeout] says.
public final class TimedOut extends RuntimeException {
  /// A message that says how long it had.
  public TimedOut(String message) {
    super(message);
  }
}
