package dev.perdure.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Names decoded lately, so that the keys of a thousand records are one object each and not a
/// thousand. Bounded: a name pushes out another of the same place, and long ones are not kept.
/// Racing threads at worst make an equal name anew.
final class RecentNames<T extends NamedValue> {
  /// 4096 names of at most 64 bytes: below a megabyte in all.
  private static final int PLACES = 1 << 12;

  private static final int BYTES_MAX = 64;

  private final Object[] names = new Object[PLACES];

  @SuppressWarnings("unchecked")
  @Nullable T find(byte[] bytes, int from, int to) {
    if (to - from > BYTES_MAX) {
      return null;
    }
    var kept = (T) names[place(bytes, from, to)];
    if (kept == null) {
      return null;
    }
    var utf8 = kept.utf8();
    return Arrays.equals(utf8, 0, utf8.length, bytes, from, to) ? kept : null;
  }

  void keep(T name) {
    var utf8 = name.utf8();
    if (utf8.length <= BYTES_MAX) {
      names[place(utf8, 0, utf8.length)] = name;
    }
  }

  private static int place(byte[] bytes, int from, int to) {
    int h = to - from;
    for (int i = from; i < to; i++) {
      h = 31 * h + bytes[i];
    }
    h *= 0x9E3779B9;
    return h >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
  }
}
