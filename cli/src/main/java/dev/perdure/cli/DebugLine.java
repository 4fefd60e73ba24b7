package dev.perdure.cli;

import java.util.List;

/// A line that was typed: a verb, and what stands behind it.
record DebugLine(DebugVerb verb, List<String> arguments) {

  /// @throws DebugMistake if it begins with no verb
  static DebugLine of(String line) {
    var words = List.of(line.strip().split("\\s+"));
    var verb =
        DebugVerb.of(words.getFirst())
            .orElseThrow(() -> new DebugMistake("there is no command " + words.getFirst()));
    return new DebugLine(verb, words.subList(1, words.size()));
  }

  /// The whole number at an index, or what it is without one.
  ///
  /// @throws DebugMistake if something else stands there
  long number(int index, long without, long min) {
    if (index >= arguments.size()) {
      return without;
    }
    try {
      long number = Long.parseLong(arguments.get(index));
      if (number >= min) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw misused();
  }

  /// The word at an index.
  ///
  /// @throws DebugMistake if there is none
  String word(int index) {
    if (index >= arguments.size()) {
      throw misused();
    }
    return arguments.get(index);
  }

  DebugMistake misused() {
    return new DebugMistake("it is used as: " + verb.usage());
  }
}
