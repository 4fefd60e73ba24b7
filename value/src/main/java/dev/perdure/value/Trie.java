package dev.perdure.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The entries of a map or a set. A root is a flat array up to [Flat#SIZE_MAX] entries and a
/// [BitmapNode] above; which of the two depends on the number of entries alone, so that equal
/// contents have equal shapes.
final class Trie {
  /// Slots of an entry in a set.
  static final int SET = 1;

  /// Slots of an entry in a map.
  static final int MAP = 2;

  private Trie() {}

  /// The value under the key, for a set the key; null if the key is absent.
  static @Nullable Object find(Object root, int width, Object key) {
    int hash = key.hashCode();
    return root instanceof BitmapNode node
        ? node.find(key, hash, 0)
        : Flat.valueAt((Object[]) root, width, Flat.find((Object[]) root, width, key, hash));
  }

  /// A root with the entry; the same root if nothing changes. The change of size is in `edit`.
  static Object put(Object root, int width, Edit edit, Object key, Object value) {
    int hash = key.hashCode();
    if (root instanceof BitmapNode node) {
      return node.put(edit, hash, 0, key, value);
    }
    var slots = Flat.put((Object[]) root, width, hash, key, value, edit);
    return slots.length <= Flat.SIZE_MAX * width ? slots : grown(slots, width, edit);
  }

  private static BitmapNode grown(Object[] slots, int width, Edit edit) {
    int size = edit.sizeChange;
    var node = BitmapNode.empty(edit, width);
    for (int i = 0; i < slots.length; i += width) {
      node = node.put(edit, slots[i].hashCode(), 0, slots[i], slots[i + width - 1]);
    }
    edit.sizeChange = size;
    return node;
  }

  /// A root without the key, from a root of `size` entries; the same root if the key is absent.
  static Object remove(Object root, int width, Edit edit, Object key, int size) {
    int hash = key.hashCode();
    if (!(root instanceof BitmapNode node)) {
      return Flat.remove((Object[]) root, width, hash, key, edit);
    }
    int before = edit.sizeChange;
    var rest = node.remove(edit, hash, 0, key);
    int sizeNow = size + edit.sizeChange - before;
    return sizeNow <= Flat.SIZE_MAX ? slots(rest, width, sizeNow) : rest;
  }

  /// All entries in encoding order.
  static Object[] slots(Object root, int width, int size) {
    var slots = new Object[size * width];
    var cursor = new Cursor(root, width);
    for (int i = 0; cursor.next(); i += width) {
      slots[i] = cursor.key();
      slots[i + width - 1] = cursor.value();
    }
    return slots;
  }

  /// Whether two roots of the same size hold the same entries.
  static boolean same(Object a, Object b) {
    return a instanceof BitmapNode x
        ? x.sameEntries((BitmapNode) b)
        : Arrays.equals((Object[]) a, (Object[]) b);
  }
}
