package dev.perdure.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can be said to the debugger of a task.
enum DebugVerb {
  STEP("step", "s", "[N]", "to the next moment, or N moments on"),
  BACK("back", "b", "[N]", "to the moment before, or N moments back"),
  OVER("over", "o", "", "to the next moment, but not into a call or into branches"),
  OUT("out", "u", "", "to where the newest call returns"),
  CONTINUE("continue", "c", "", "on to the next breakpoint, or the end"),
  REVERSE("reverse-continue", "rc", "", "back to the last breakpoint, or the beginning"),
  GOTO("goto", "g", "N|start|end", "to the moment of that number"),
  BREAK(
      "break", "br", "WHAT", "stop at a function, an effect, a kind of moment or a File.java:LINE"),
  BREAKS("breaks", "", "", "the breakpoints"),
  CLEAR("clear", "", "WHAT|all", "take a breakpoint away"),
  STACK("stack", "bt", "", "the calls that have not returned, the newest first"),
  ARGS("args", "a", "", "the arguments of the newest call, whole"),
  VALUE("value", "v", "", "what this moment asked and how it ended, whole"),
  STATE("state", "", "", "children, what the task waited for, and whether it was to stop"),
  MAILBOX("mailbox", "m", "", "messages that were not received yet, and promises"),
  LINES("lines", "", "[N]", "the newest log lines up to here"),
  LIST("list", "l", "[FROM [COUNT]]", "the moments around this one, or from a number on"),
  SWITCH("switch", "", "FUNCTION VERSION|off", "run again with another version of a function"),
  COMPARE("compare", "", "", "both versions of the switched function side by side"),
  HISTORY("history", "", "", "the commands so far"),
  HELP("help", "h", "", "this list"),
  QUIT("quit", "q", "", "leave");

  private final String word;
  private final String brief;
  private final String arguments;
  private final String says;

  DebugVerb(String word, String brief, String arguments, String says) {
    this.word = word;
    this.brief = brief;
    this.arguments = arguments;
    this.says = says;
  }

  /// The verb that a person has typed.
  static Optional<DebugVerb> of(String typed) {
    return Arrays.stream(values())
        .filter(v -> v.word.equals(typed) || (!typed.isEmpty() && v.brief.equals(typed)))
        .findFirst();
  }

  /// All words that a line can begin with.
  static List<String> words() {
    return Arrays.stream(values()).map(v -> v.word).toList();
  }

  /// How it is used, such as `step [N]`.
  String usage() {
    return arguments.isEmpty() ? word : word + " " + arguments;
  }

  /// What it does, with its short form.
  String says() {
    return brief.isEmpty() ? says : says + " (" + brief + ")";
  }
}
