package dev.perdure.value.trie;

import java.util.Arrays;

/// Entries that arrive in encoding order, for a trie: no search, no copy, linear time.
public final class SortedEntries {
  /// Room at first: the number of entries is only a claim of the input until they are read.
  private static final int ROOM_MAX = 64;

  private final Trie trie;
  private final int width;
  private Object[] slots;
  private int[] hashes;
  private int size;

  /// @param expected how many there may be
  public SortedEntries(Trie trie, int expected) {
    this.trie = trie;
    this.width = trie.width;
    this.slots = new Object[Math.min(expected, ROOM_MAX) * width];
    this.hashes = new int[Math.min(expected, ROOM_MAX)];
  }

  /// Adds an entry; false if the key is not behind the key before it.
  public boolean add(Object key, Object value) {
    int hash = trie.hash(key);
    if (size > 0 && trie.order(slots[(size - 1) * width], hashes[size - 1], key, hash) >= 0) {
      return false;
    }
    if (size == hashes.length) {
      slots = Arrays.copyOf(slots, slots.length * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size] = hash;
    slots[size * width] = key;
    slots[size * width + width - 1] = value;
    size++;
    return true;
  }

  /// The root of the trie of these entries.
  public Object root() {
    if (size <= Flat.SIZE_MAX) {
      return slots.length == size * width ? slots : Arrays.copyOf(slots, size * width);
    }
    return node(0, size, 0);
  }

  /// The node of the entries `from` to `to`, whose hashes agree above `shift`.
  private BitmapNode node(int from, int to, int shift) {
    int dataMap = 0;
    int nodeMap = 0;
    for (int i = from; i < to; ) {
      int next = runEnd(i, to, shift);
      int bit = BitmapNode.bit(hashes[i], shift);
      dataMap |= next == i + 1 ? bit : 0;
      nodeMap |= next == i + 1 ? 0 : bit;
      i = next;
    }
    int dataSlots = Integer.bitCount(dataMap) * width;
    var content = new Object[dataSlots + Integer.bitCount(nodeMap)];
    fill(content, from, to, shift);
    return new BitmapNode(null, trie, dataMap, nodeMap, content);
  }

  private void fill(Object[] content, int from, int to, int shift) {
    int data = 0;
    int node = content.length;
    for (int i = from; i < to; ) {
      int next = runEnd(i, to, shift);
      if (next == i + 1) {
        System.arraycopy(slots, i * width, content, data, width);
        data += width;
      } else {
        content[--node] = below(i, next, shift + Node.LEVEL_BITS);
      }
      i = next;
    }
  }

  private Node below(int from, int to, int shift) {
    return shift < Integer.SIZE
        ? node(from, to, shift)
        : CollisionNode.ofSorted(trie, slots, from, to);
  }

  /// Behind the last entry that shares the place of entry `from` on the level of `shift`.
  private int runEnd(int from, int to, int shift) {
    int bit = BitmapNode.bit(hashes[from], shift);
    int i = from + 1;
    while (i < to && BitmapNode.bit(hashes[i], shift) == bit) {
      i++;
    }
    return i;
  }
}
