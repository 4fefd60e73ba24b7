package dev.perdure.cli;

import java.util.Locale;

/// A value as people look at it in a terminal: whoever wants all of a large one asks for JSON.
final class Shortened {
  static final int CHARS_MAX = 4_000;

  private Shortened() {}

  /// The text, or its beginning and how long it is.
  static String of(String text) {
    if (text.length() <= CHARS_MAX) {
      return text;
    }
    int end = CHARS_MAX - (Character.isHighSurrogate(text.charAt(CHARS_MAX - 1)) ? 1 : 0);
    return String.format(
        Locale.ROOT, "%s… (%,d characters; --json has all)", text.substring(0, end), text.length());
  }
}
