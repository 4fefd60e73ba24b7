package dev.perdure.wat.library;

import java.util.Iterator;

/// What compiled code calls where it does several operations of the library at once.
public final class Fused {
  private Fused() {}

  /// A walk over the elements of what is [Streams#of] a stream; forces a stream on the way.
  public static Iterator<Object> iterator(Object seqable) {
    return Streams.elements(seqable).iterator();
  }

  /// Raises as [Vectors#range] does of numbers that no vector can hold.
  public static void checkRange(long from, long to) {
    Vectors.checkRange(from, to);
  }

  /// [Strings#concat] of two.
  public static String append(String s, String more) {
    return s.concat(more);
  }

  /// The same in place.
  public static StringBuilder append(StringBuilder s, String more) {
    return s.append(more);
  }
}
