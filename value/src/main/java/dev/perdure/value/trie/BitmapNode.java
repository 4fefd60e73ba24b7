package dev.perdure.value.trie;

import org.jspecify.annotations.Nullable;

/// An inner node of the compressed hash-array mapped prefix trie (CHAMP; M. Steindorfer, J. Vinju,
/// "Optimizing Hash-Array Mapped Tries for Fast and Lean Immutable JVM Collections", OOPSLA 2015).
///
/// A level consumes five bits of the hash, from the top, so that a walk in the order of the bits is
/// a walk in the order of the hashes. Of the 32 places, `dataMap` marks those that hold an entry
/// and `nodeMap` those that hold a node:
///
/// ```
/// slots: | entry 0 | entry 1 | … | node m-1 | … | node 1 | node 0 |
///          entries in the order of their bits, nodes backwards from the end
/// ```
///
/// The shape is a function of the entries alone: a node below the root holds at least two entries,
/// so equal tries have equal nodes.
final class BitmapNode extends Node {
  private final @Nullable Edit owner;
  private final Trie trie;
  private int dataMap;
  private int nodeMap;
  private Object[] slots;

  BitmapNode(@Nullable Edit owner, Trie trie, int dataMap, int nodeMap, Object[] slots) {
    this.owner = owner;
    this.trie = trie;
    this.dataMap = dataMap;
    this.nodeMap = nodeMap;
    this.slots = slots;
  }

  static BitmapNode empty(Edit edit, Trie trie) {
    return new BitmapNode(ownerOf(edit), trie, 0, 0, Flat.EMPTY);
  }

  /// The smallest node that holds two entries with different keys.
  static Node pair(Edit edit, Trie trie, int shift, Entry a, Entry b) {
    if (shift >= Integer.SIZE) {
      return CollisionNode.of(trie, a, b);
    }
    int bitA = bit(a.hash(), shift);
    int bitB = bit(b.hash(), shift);
    if (bitA == bitB) {
      var child = pair(edit, trie, shift + LEVEL_BITS, a, b);
      return new BitmapNode(ownerOf(edit), trie, 0, bitA, new Object[] {child});
    }
    boolean inOrder = Integer.compareUnsigned(bitA, bitB) < 0;
    var slots = inOrder ? a.beside(b, trie.width) : b.beside(a, trie.width);
    return new BitmapNode(ownerOf(edit), trie, bitA | bitB, 0, slots);
  }

  /// An entry on its way down.
  record Entry(int hash, Object key, Object value) {
    private Object[] beside(Entry next, int width) {
      return width == Trie.SET
          ? new Object[] {key, next.key}
          : new Object[] {key, value, next.key, next.value};
    }
  }

  static int bit(int hash, int shift) {
    return 1 << ((hash << shift) >>> (Integer.SIZE - LEVEL_BITS));
  }

  private static @Nullable Edit ownerOf(Edit edit) {
    return edit.isOwning() ? edit : null;
  }

  int dataMap() {
    return dataMap;
  }

  int nodeMap() {
    return nodeMap;
  }

  Object[] slots() {
    return slots;
  }

  private int dataSlot(int bit) {
    return Integer.bitCount(dataMap & (bit - 1)) * trie.width;
  }

  private int nodeSlot(int bit) {
    return slots.length - 1 - Integer.bitCount(nodeMap & (bit - 1));
  }

  @Override
  @Nullable Object find(Object key, int hash, int shift) {
    var node = this;
    for (int at = shift; ; at += LEVEL_BITS) {
      int bit = bit(hash, at);
      if ((node.dataMap & bit) != 0) {
        int slot = node.dataSlot(bit);
        return trie.same(node.slots[slot], key) ? node.slots[slot + trie.width - 1] : null;
      }
      if ((node.nodeMap & bit) == 0) {
        return null;
      }
      if (!(node.slots[node.nodeSlot(bit)] instanceof BitmapNode child)) {
        return ((Node) node.slots[node.nodeSlot(bit)]).find(key, hash, at + LEVEL_BITS);
      }
      node = child;
    }
  }

  @Override
  BitmapNode put(Edit edit, int hash, int shift, Object key, Object value) {
    int bit = bit(hash, shift);
    if ((dataMap & bit) != 0) {
      int slot = dataSlot(bit);
      return trie.same(slots[slot], key)
          ? withValue(edit, slot, value)
          : split(edit, shift, bit, new Entry(hash, key, value));
    }
    if ((nodeMap & bit) != 0) {
      int slot = nodeSlot(bit);
      var child = (Node) slots[slot];
      var changed = child.put(edit, hash, shift + LEVEL_BITS, key, value);
      return changed == child ? this : withSlot(edit, slot, changed);
    }
    edit.sizeChange++;
    return with(
        edit, dataMap | bit, nodeMap, Slots.inserted(slots, dataSlot(bit), trie.width, key, value));
  }

  private BitmapNode withValue(Edit edit, int slot, Object value) {
    return trie.width == Trie.SET || Trie.identical(slots[slot + 1], value)
        ? this
        : withSlot(edit, slot + 1, value);
  }

  private BitmapNode withSlot(Edit edit, int slot, Object content) {
    boolean inPlace = owner == edit;
    var target = inPlace ? slots : slots.clone();
    target[slot] = content;
    return inPlace ? this : new BitmapNode(ownerOf(edit), trie, dataMap, nodeMap, target);
  }

  private BitmapNode with(Edit edit, int data, int nodes, Object[] content) {
    if (owner != edit) {
      return new BitmapNode(ownerOf(edit), trie, data, nodes, content);
    }
    dataMap = data;
    nodeMap = nodes;
    slots = content;
    return this;
  }

  /// Turns the entry at `bit` into a node that holds it and `added`.
  private BitmapNode split(Edit edit, int shift, int bit, Entry added) {
    edit.sizeChange++;
    int width = trie.width;
    int slot = dataSlot(bit);
    var key = slots[slot];
    var held = new Entry(trie.hash(key), key, slots[slot + width - 1]);
    var child = pair(edit, trie, shift + LEVEL_BITS, held, added);
    int nodeAt = nodeSlot(bit) + 1 - width;
    var content = new Object[slots.length - width + 1];
    System.arraycopy(slots, 0, content, 0, slot);
    System.arraycopy(slots, slot + width, content, slot, nodeAt - slot);
    content[nodeAt] = child;
    System.arraycopy(slots, nodeAt + width, content, nodeAt + 1, slots.length - nodeAt - width);
    return with(edit, dataMap ^ bit, nodeMap | bit, content);
  }

  @Override
  BitmapNode remove(Edit edit, int hash, int shift, Object key) {
    int bit = bit(hash, shift);
    if ((dataMap & bit) != 0) {
      int slot = dataSlot(bit);
      if (!trie.same(slots[slot], key)) {
        return this;
      }
      edit.sizeChange--;
      return with(edit, dataMap ^ bit, nodeMap, Slots.removed(slots, slot, trie.width));
    }
    if ((nodeMap & bit) == 0) {
      return this;
    }
    int slot = nodeSlot(bit);
    var child = (Node) slots[slot];
    var changed = child.remove(edit, hash, shift + LEVEL_BITS, key);
    var single = changed.single();
    if (single != null) {
      return takeIn(edit, bit, slot, single);
    }
    return changed == child ? this : withSlot(edit, slot, changed);
  }

  /// Puts the only entry left below `bit` in the place of its node.
  private BitmapNode takeIn(Edit edit, int bit, int nodeAt, Object[] entry) {
    int width = trie.width;
    int slot = dataSlot(bit);
    var content = new Object[slots.length - 1 + width];
    System.arraycopy(slots, 0, content, 0, slot);
    System.arraycopy(entry, 0, content, slot, width);
    System.arraycopy(slots, slot, content, slot + width, nodeAt - slot);
    System.arraycopy(slots, nodeAt + 1, content, nodeAt + width, slots.length - nodeAt - 1);
    return with(edit, dataMap | bit, nodeMap ^ bit, content);
  }

  @Override
  Object @Nullable [] single() {
    return slots.length == trie.width && nodeMap == 0 ? slots : null;
  }

  @Override
  boolean sameEntries(Node other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof BitmapNode that) || dataMap != that.dataMap || nodeMap != that.nodeMap) {
      return false;
    }
    int entries = Integer.bitCount(dataMap) * trie.width;
    for (int i = 0; i < slots.length; i++) {
      boolean same =
          i < entries
              ? slots[i].equals(that.slots[i])
              : ((Node) slots[i]).sameEntries((Node) that.slots[i]);
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
