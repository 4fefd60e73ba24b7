package dev.perdure.value.trie;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a kind of maps or sets has in common: how wide an entry is, and how keys are told apart and
/// ordered. It works on roots, which hold the entries.
///
/// A root is a flat array up to [Flat#SIZE_MAX] entries and a [BitmapNode] above; which of the two
/// depends on the number of entries alone, so that equal contents have equal shapes. Keys are never
/// null.
public abstract class Trie {
  /// Slots of an entry in a set.
  public static final int SET = 1;

  /// Slots of an entry in a map.
  public static final int MAP = 2;

  /// The root without entries.
  public static final Object EMPTY = Flat.EMPTY;

  final int width;

  /// @param width [#SET] or [#MAP]
  protected Trie(int width) {
    this.width = width;
  }

  /// The hash of a key: keys that are the same have the same one.
  protected abstract int hash(Object key);

  /// Whether two keys are the same.
  protected abstract boolean same(Object a, Object b);

  /// The order of two keys: total, and zero for those that are the same.
  protected abstract int compare(Object a, Object b);

  /// Whether a key is the same as one of this hash, whose own hash is not known.
  protected boolean same(Object a, Object b, int hashB) {
    return same(a, b);
  }

  /// Whether both are the same object: a shortcut before a comparison, or the sign that nothing has
  /// changed.
  @SuppressWarnings("ReferenceEquality")
  public static boolean identical(Object a, Object b) {
    return a == b;
  }

  /// The order of iteration, of two keys whose hashes are known: by hash as an unsigned number,
  /// then by key.
  final int order(Object a, int hashA, Object b, int hashB) {
    int order = Integer.compareUnsigned(hashA, hashB);
    return order != 0 ? order : compare(a, b);
  }

  /// The value under the key, for a set the key; null if the key is absent.
  public final @Nullable Object find(Object root, Object key) {
    int hash = hash(key);
    return root instanceof BitmapNode node
        ? node.find(key, hash, 0)
        : Flat.valueAt((Object[]) root, width, Flat.find((Object[]) root, this, key, hash));
  }

  /// A root with the entry; the same root if nothing changes. The change of size is in `edit`. Of a
  /// set the value is ignored.
  public final Object put(Object root, Edit edit, Object key, Object value) {
    int hash = hash(key);
    if (root instanceof BitmapNode node) {
      return node.put(edit, hash, 0, key, value);
    }
    var slots = Flat.put((Object[]) root, this, hash, key, value, edit);
    return slots.length <= Flat.SIZE_MAX * width ? slots : grown(slots, edit);
  }

  private BitmapNode grown(Object[] slots, Edit edit) {
    int size = edit.sizeChange;
    var node = BitmapNode.empty(edit, this);
    for (int i = 0; i < slots.length; i += width) {
      node = node.put(edit, hash(slots[i]), 0, slots[i], slots[i + width - 1]);
    }
    edit.sizeChange = size;
    return node;
  }

  /// A root without the key, from a root of `size` entries; the same root if the key is absent.
  public final Object remove(Object root, Edit edit, Object key, int size) {
    int hash = hash(key);
    if (!(root instanceof BitmapNode node)) {
      return Flat.remove((Object[]) root, this, hash, key, edit);
    }
    int before = edit.sizeChange;
    var rest = node.remove(edit, hash, 0, key);
    int sizeNow = size + edit.sizeChange - before;
    return sizeNow <= Flat.SIZE_MAX ? slots(rest, sizeNow) : rest;
  }

  /// A walk over the entries.
  public final Cursor cursor(Object root) {
    return new Cursor(root, width);
  }

  /// All entries, in the order of iteration.
  public final Object[] slots(Object root, int size) {
    var slots = new Object[size * width];
    var cursor = cursor(root);
    for (int i = 0; cursor.next(); i += width) {
      slots[i] = cursor.key();
      slots[i + width - 1] = cursor.value();
    }
    return slots;
  }

  /// Whether two roots of the same size hold the same entries by `equals`.
  public static boolean sameEntries(Object a, Object b) {
    return a instanceof BitmapNode x
        ? x.sameEntries((BitmapNode) b)
        : Arrays.equals((Object[]) a, (Object[]) b);
  }
}
