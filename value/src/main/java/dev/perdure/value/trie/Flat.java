package dev.perdure.value.trie;

import org.jspecify.annotations.Nullable;

/// A small map or set in one array: `[key, value, key, value, …]` or `[key, key, …]`, in encoding
/// order. A record becomes a map of a few keyword keys, so this is the common case.
final class Flat {
  /// Entries up to which a trie is flat: a search compares at most this many keys, mostly by
  /// reference, within two cache lines.
  static final int SIZE_MAX = 8;

  static final Object[] EMPTY = {};

  private Flat() {}

  /// The slot of the key, or -1.
  static int find(Object[] slots, Trie trie, Object key, int hash) {
    for (int i = 0; i < slots.length; i += trie.width) {
      if (trie.same(slots[i], key, hash)) {
        return i;
      }
    }
    return -1;
  }

  /// The slots with the entry added, or with the value replaced if the key is there.
  static Object[] put(Object[] slots, Trie trie, int hash, Object key, Object value, Edit edit) {
    int at = find(slots, trie, key, hash);
    if (at >= 0) {
      return withValue(slots, trie.width, at, value);
    }
    edit.sizeChange++;
    return Slots.inserted(slots, position(slots, trie, key, hash), trie.width, key, value);
  }

  private static Object[] withValue(Object[] slots, int width, int at, Object value) {
    if (width == Trie.SET || Trie.identical(slots[at + 1], value)) {
      return slots;
    }
    var copy = slots.clone();
    copy[at + 1] = value;
    return copy;
  }

  static Object[] remove(Object[] slots, Trie trie, int hash, Object key, Edit edit) {
    int at = find(slots, trie, key, hash);
    if (at < 0) {
      return slots;
    }
    edit.sizeChange--;
    return Slots.removed(slots, at, trie.width);
  }

  private static int position(Object[] slots, Trie trie, Object key, int hash) {
    int i = 0;
    while (i < slots.length && trie.order(slots[i], trie.hash(slots[i]), key, hash) < 0) {
      i += trie.width;
    }
    return i;
  }

  static @Nullable Object valueAt(Object[] slots, int width, int at) {
    return at < 0 ? null : slots[at + width - 1];
  }
}
