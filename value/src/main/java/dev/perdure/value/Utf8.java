package dev.perdure.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Strict UTF-8.
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /// The string of the bytes; malformed ones are `CODEC_CORRUPT` at their start.
  static String decode(byte[] bytes, int from, int to, Decoder source) {
    var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    // The JDK puts the replacement character for each malformed sequence. So a text without one
    // was well formed; a text with one was so if it encodes to the same bytes.
    if (text.indexOf(REPLACEMENT) >= 0 && !encodesTo(text, bytes, from, to)) {
      throw source.corrupt("a string is not UTF-8", from);
    }
    return text;
  }

  private static boolean encodesTo(String text, byte[] bytes, int from, int to) {
    var again = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(again, 0, again.length, bytes, from, to);
  }
}
