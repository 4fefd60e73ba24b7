package dev.perdure.index;

/// The log and the tables do not fit each other: the tables are damaged.
final class Misfit extends RuntimeException {
  private static final long serialVersionUID = 1;

  Misfit(String message) {
    super(message);
  }
}
