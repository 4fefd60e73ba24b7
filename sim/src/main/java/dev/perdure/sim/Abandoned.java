package dev.perdure.sim;

/// Ends a thread of a life that is over: the process it ran in is gone.
final class Abandoned extends Error {
  private static final long serialVersionUID = 1;

  Abandoned() {
    super("this life is over", null, false, false);
  }
}
