package dev.perdure.examples.shop.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells the demo, line by line, and remembers which checks did not hold.
@SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
final class Story {
  private final PrintStream out;
  private final List<String> broken = new ArrayList<>();

  Story(PrintStream out) {
    this.out = out;
  }

  /// A heading.
  void chapter(String title) {
    out.println();
    out.println(title);
  }

  /// A line of text; `%,d` for numbers.
  void say(String text, Object... arguments) {
    out.println("     " + format(text, arguments));
  }

  /// A line that must be true.
  void check(boolean holds, String text, Object... arguments) {
    var line = format(text, arguments);
    out.println((holds ? "  ok " : "  NO ") + line);
    if (!holds) {
      broken.add(line);
    }
  }

  private static String format(String text, Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }

  /// The checks that did not hold, as they were told.
  List<String> broken() {
    return List.copyOf(broken);
  }
}
