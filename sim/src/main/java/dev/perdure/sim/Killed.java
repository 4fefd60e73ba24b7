package dev.perdure.sim;

/// Ends the driver's part of a life between two calls of the disk: the process was killed, or the
/// power went.
final class Killed extends Error {
  private static final long serialVersionUID = 1;

  Killed() {
    super("the simulated process is gone", null, false, false);
  }
}
