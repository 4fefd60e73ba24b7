package dev.perdure.wat.syntax;

/// Kinds of characters. Those beyond ASCII do not depend on the Unicode version of the JDK, so that
/// every release reads a program alike.
final class Chars {
  private Chars() {}

  /// Unicode white space (its property White_Space), without the control characters that no source
  /// may hold.
  static boolean isWhite(char c) {
    return switch (c) {
      case ' ', '\n', '\t', '\r' -> true;
      case '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
      default -> c >= '\u2000' && c <= '\u200A';
    };
  }

  /// What separates tokens outside keywords.
  static boolean isSpace(char c) {
    return c == ',' || isWhite(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether a `<` behind it opens a bracket.
  static boolean opensAngle(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '\'';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// Whether a name, number or character name ends before the character at an index.
  static boolean endsRun(SourceText text, int index) {
    char c = text.charAt(index);
    return switch (c) {
      case '(', ')', '[', ']', '{', '}', '"', ';' -> true;
      case '#' -> text.peek(index + 1) == '{';
      default -> isSpace(c);
    };
  }

  /// Whether a character literal is better written as its number: it is not seen for itself.
  static boolean isHidden(char c) {
    return c <= ' '
        || (c >= 0x7F && c <= 0xA0)
        || c == 0xAD
        || (c >= 0x300 && c <= 0x36F)
        || (c >= 0x200B && c <= 0x206F)
        || (c >= 0xE000 && c <= 0xF8FF)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || c >= 0xFFF0
        || isWhite(c);
  }

  /// Whether people see the character for itself, as far as this JDK knows it: for messages only.
  static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> true;
    };
  }

  /// How a message names a character.
  static String described(int codePoint) {
    var code = "U+%04X".formatted(codePoint);
    if (!isVisible(codePoint)) {
      return code;
    }
    var shown = Character.toString(codePoint);
    return codePoint < 0x7F ? shown : shown + " (" + code + ")";
  }
}
