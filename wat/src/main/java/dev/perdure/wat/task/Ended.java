package dev.perdure.wat.task;

/// A value was written to stderr: the task has failed (W11).
final class Ended extends RuntimeException {
  Ended(String line) {
    super(line, null, false, false);
  }
}
