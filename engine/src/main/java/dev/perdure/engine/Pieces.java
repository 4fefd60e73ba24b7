package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import java.util.Arrays;

/// Pieces of bytes, kept in few large arrays: a million of them are no work for the garbage
/// collector, which would have to follow every object. What was added never changes. For one thread
/// at a time.
///
/// A piece is known by a number: its page in the upper half, where it begins there in the lower.
final class Pieces {
  /// No piece.
  static final long NONE = -1;

  private static final int PAGE_BYTES_MIN = 256;
  private static final int PAGE_BYTES_MAX = 64 << 10;

  private byte[][] pages = new byte[1][0];
  private int last;
  private int used;

  /// Adds the bytes that are left.
  long add(Decoder in) {
    int size = in.remaining();
    long piece = reserve(size);
    in.copyRest(pages[last], used - size);
    return piece;
  }

  /// The piece that begins within another one.
  static long behind(long piece, int bytes) {
    return piece + bytes;
  }

  /// Adds what was encoded.
  long add(Encoder encoder) {
    int size = encoder.size();
    long piece = reserve(size);
    encoder.copyTo(pages[last], used - size);
    return piece;
  }

  private long reserve(int size) {
    if (pages[last].length - used < size) {
      turn(size);
    }
    long piece = (long) last << Integer.SIZE | used;
    used += size;
    return piece;
  }

  /// Begins a page: each twice as large as the one before, up to a bound, and larger for a piece
  /// that would not fit.
  private void turn(int size) {
    int usual = Math.clamp(pages[last].length * 2L, PAGE_BYTES_MIN, PAGE_BYTES_MAX);
    if (used > 0) {
      last++;
    }
    if (last == pages.length) {
      pages = Arrays.copyOf(pages, last * 2);
    }
    pages[last] = new byte[Math.max(size, usual)];
    used = 0;
  }

  /// Reads a piece; whoever reads knows where it ends.
  Decoder decoder(long piece) {
    var page = page(piece);
    return Decoder.of(page, at(piece), page.length);
  }

  /// Whether a piece begins with what was encoded.
  boolean begins(long piece, Encoder encoder) {
    return encoder.standsIn(page(piece), at(piece));
  }

  /// The bytes of all pages.
  long bytes() {
    long sum = 0;
    for (int page = 0; page <= last; page++) {
      sum += pages[page].length;
    }
    return sum;
  }

  private byte[] page(long piece) {
    return pages[(int) (piece >>> Integer.SIZE)];
  }

  private static int at(long piece) {
    return (int) piece;
  }
}
