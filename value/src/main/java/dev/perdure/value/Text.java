package dev.perdure.value;

/// Checks of text that do not depend on the Unicode version of the JDK, so that every release and
/// JVM agrees on them.
final class Text {
  private Text() {}

  static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /// Refuses half of a surrogate pair.
  static void requireScalars(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        requireScalarsFrom(text, i);
        return;
      }
    }
  }

  private static void requireScalarsFrom(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (isSurrogate(text.codePointAt(i))) {
        throw ValueCode.invalid("a string has half of a surrogate pair at index " + i);
      }
      i += Character.charCount(text.codePointAt(i)) - 1;
    }
  }

  /// White space of a text: the comma, and the characters that look like a space.
  static boolean isSpace(char c) {
    return switch (c) {
      case ' ', '\n', ',', '\t', '\r' -> true;
      case '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F' -> true;
      case '\u3000', '\uFEFF' -> true;
      default -> c >= '\u2000' && c <= '\u200A';
    };
  }

  /// Whether a name may hold `c`: all but white space, control characters, and what delimits or
  /// starts another token.
  static boolean isNamePart(char c) {
    return switch (c) {
      case '(', ')', '[', ']', '{', '}', '"', ';', '\\', '@', '^', '`', '~', 0x7F -> false;
      default -> c > ' ' && !isSpace(c);
    };
  }
}
