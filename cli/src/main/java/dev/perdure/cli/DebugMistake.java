package dev.perdure.cli;

/// A line that the debugger cannot make sense of. Nothing has happened.
final class DebugMistake extends RuntimeException {
  DebugMistake(String what) {
    super(what);
  }

  /// What is wrong with the line.
  String what() {
    return String.valueOf(getMessage());
  }
}
