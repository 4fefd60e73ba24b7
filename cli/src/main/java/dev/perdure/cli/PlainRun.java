package dev.perdure.cli;

import java.util.List;

/// `perdure run FILE ARGS…` without options, which is how programs are started: the tree of all
/// commands, which is not made for it, would take longer than all else.
final class PlainRun {
  private PlainRun() {}

  /// Whether the words are such a command.
  static boolean takes(String... words) {
    return words.length > 1
        && words[0].equals("run")
        && !words[1].startsWith("-")
        && !words[1].startsWith("@");
  }

  /// Runs the program; the exit code.
  static int run(ProgramStart start, String... words) {
    try {
      return start.run(Granted.NONE, List.of(words).subList(1, words.length));
    } catch (RuntimeException failure) {
      new Problems(Terminal.system()).print(Problems.of(failure), false);
      return Exit.FAILED;
    }
  }
}
