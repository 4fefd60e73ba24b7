package dev.perdure.wat.data;

/// Strings as sequences of Unicode scalars.
final class Text {
  private Text() {}

  /// The lexicographic order of the scalars, which is that of their UTF-8 bytes.
  static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Integer.compare(rank(x), rank(y));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  // In UTF-16 the halves of pairs come before the end of the basic plane; what they stand for comes
  // behind it.
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }

  /// At most `lengthMax` units of the text, and `…` if that is not all. No pair is halved.
  static String start(String text, int lengthMax) {
    if (text.length() <= lengthMax) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax;
    return text.substring(0, end) + "…";
  }
}
