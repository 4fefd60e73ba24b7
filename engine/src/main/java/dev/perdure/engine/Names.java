package dev.perdure.engine;

import dev.perdure.value.Problem;

/// The rule for names of functions and versions: they stand in files, on command lines and in URLs.
final class Names {
  private static final String MARKS = "_./:$!?*+<>=-";

  private Names() {}

  static void check(String kind, String text) {
    if (text.isEmpty() || text.length() > Limits.NAME_CHARS_MAX) {
      throw bad(kind, text, "it has " + text.length() + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && MARKS.indexOf(c) < 0) {
        throw bad(kind, text, "it contains " + shown(c));
      }
    }
  }

  private static RuntimeException bad(String kind, String text, String why) {
    return Problem.of(
            EngineCode.BAD_NAME,
            "\"" + printable(text) + "\" cannot be the name of a " + kind + ": " + why,
            "Use 1 to " + Limits.NAME_CHARS_MAX + " letters, digits and " + MARKS)
        .exception();
  }

  /// A character that nobody can see, or that a terminal cannot print, is told by its number.
  private static String shown(char c) {
    return isPrintable(c) ? "'" + c + "'" : number(c);
  }

  private static String printable(String text) {
    var printable = new StringBuilder();
    text.chars()
        .forEach(c -> printable.append(isPrintable(c) ? String.valueOf((char) c) : number(c)));
    return printable.toString();
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c <= '~';
  }

  private static String number(int c) {
    return String.format("U+%04X", c);
  }
}
