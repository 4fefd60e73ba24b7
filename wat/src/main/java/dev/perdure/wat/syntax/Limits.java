package dev.perdure.wat.syntax;

/// What the reader accepts at most (W1), so that hostile text costs bounded time and memory. Beyond
/// each it is `LimitExceeded`.
public final class Limits {
  /// Size of one source in UTF-8.
  public static final int FILE_BYTES_MAX = 16 << 20;

  /// Size of one token in UTF-8, as it is written.
  public static final int TOKEN_BYTES_MAX = 1 << 20;

  /// How deep collections and reader macros may nest; also brackets within one keyword or symbol.
  public static final int NESTING_MAX = 1024;

  /// Digits of a bigint or of one side of a rational, as many as EDN takes
  /// ([dev.perdure.value.Limits#OUTSIDE]): the JDK needs quadratic time to read and reduce them.
  public static final int DIGITS_MAX = 10_000;

  private Limits() {}

  /// Whether the units in [from, to) of a text take more than `bytesMax` bytes of UTF-8.
  static boolean exceeds(CharSequence text, int from, int to, int bytesMax) {
    int units = to - from;
    // A unit takes one to three bytes.
    if (units > bytesMax || units <= bytesMax / 3) {
      return units > bytesMax;
    }
    int bytes = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      // Each half of a pair counts for half of the pair's four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes > bytesMax;
  }
}
