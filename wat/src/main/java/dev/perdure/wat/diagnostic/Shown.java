package dev.perdure.wat.diagnostic;

/// How characters come out on a terminal of fixed width.
final class Shown {
  private static final int TAB = 4;
  private static final char REPLACEMENT = '\uFFFD';

  /// Ranges of characters that take two columns (Unicode UAX 11, wide and full width), first and
  /// last in turn.
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653, 0x26AA, 0x26AB,
    0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26F2, 0x26F3, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728,
    0x274C, 0x274C, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50,
    0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
    0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F320, 0x1F32D,
    0x1F64F, 0x1F680, 0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000,
    0x3FFFD
  };

  private Shown() {}

  /// The text with U+FFFD for each half of a surrogate pair.
  static String wellFormed(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isSurrogate(c) ? REPLACEMENT : c));
    return out.toString();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /// What a terminal shows for a part of a line that starts at column `from` (from 0): tabs become
  /// spaces up to the next multiple of 4, and control characters pictures of them.
  static String line(String part, int from) {
    var out = new StringBuilder();
    int column = from;
    for (int c : wellFormed(part).codePoints().toArray()) {
      if (c == '\t') {
        int spaces = TAB - column % TAB;
        out.repeat(" ", spaces);
        column += spaces;
      } else {
        int shown = picture(c);
        out.appendCodePoint(shown);
        column += width(shown);
      }
    }
    return out.toString();
  }

  /// The columns of a text without tabs and control characters.
  static int width(String shown) {
    return shown.codePoints().map(Shown::width).sum();
  }

  private static int picture(int c) {
    if (c < ' ') {
      return 0x2400 + c;
    }
    boolean steers =
        c == 0x7F
            || (c >= 0x80 && c < 0xA0)
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2066 && c <= 0x2069);
    return steers ? REPLACEMENT : c;
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int i = 0; i < WIDE.length; i += 2) {
      if (c >= WIDE[i] && c <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
