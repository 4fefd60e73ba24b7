package dev.perdure.value.trie;

/// Copies of slot arrays, one entry longer or shorter.
final class Slots {
  private Slots() {}

  /// A copy with the entry put before slot `at`.
  static Object[] inserted(Object[] slots, int at, int width, Object key, Object value) {
    var copy = new Object[slots.length + width];
    System.arraycopy(slots, 0, copy, 0, at);
    System.arraycopy(slots, at, copy, at + width, slots.length - at);
    copy[at] = key;
    if (width == Trie.MAP) {
      copy[at + 1] = value;
    }
    return copy;
  }

  /// A copy without `count` slots from `at`.
  static Object[] removed(Object[] slots, int at, int count) {
    var copy = new Object[slots.length - count];
    System.arraycopy(slots, 0, copy, 0, at);
    System.arraycopy(slots, at + count, copy, at, slots.length - at - count);
    return copy;
  }
}
