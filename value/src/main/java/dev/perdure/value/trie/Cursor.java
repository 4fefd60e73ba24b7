package dev.perdure.value.trie;

/// A walk over the entries of a trie in encoding order. It begins before the first entry.
public final class Cursor {
  /// Bitmap levels of a 32-bit hash.
  private static final int DEPTH_MAX = (Integer.SIZE + Node.LEVEL_BITS - 1) / Node.LEVEL_BITS;

  private static final BitmapNode[] NO_NODES = {};
  private static final int[] NO_BITS = {};

  private final int width;

  // The walk of an array: a small trie, or the entries of a collision.
  private Object[] slots;
  private int slot;

  // The walk of the bitmap nodes; depth -1 means there are none (any more).
  private final BitmapNode[] nodes;
  private final int[] pendingBits;
  private int depth = -1;

  private Object key = Flat.EMPTY;
  private Object value = Flat.EMPTY;

  Cursor(Object root, int width) {
    this.width = width;
    if (root instanceof BitmapNode node) {
      slots = Flat.EMPTY;
      nodes = new BitmapNode[DEPTH_MAX];
      pendingBits = new int[DEPTH_MAX];
      enter(node);
    } else {
      slots = (Object[]) root;
      nodes = NO_NODES;
      pendingBits = NO_BITS;
    }
  }

  private void enter(BitmapNode node) {
    depth++;
    nodes[depth] = node;
    pendingBits[depth] = node.dataMap() | node.nodeMap();
  }

  /// Steps to the next entry; false if there is none.
  public boolean next() {
    if (slot < slots.length) {
      take(slots, slot);
      slot += width;
      return true;
    }
    while (depth >= 0) {
      int pending = pendingBits[depth];
      if (pending == 0) {
        depth--;
      } else {
        pendingBits[depth] = pending & (pending - 1);
        if (visit(nodes[depth], pending & -pending)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean visit(BitmapNode node, int bit) {
    if ((node.dataMap() & bit) != 0) {
      take(node.slots(), Integer.bitCount(node.dataMap() & (bit - 1)) * width);
      return true;
    }
    var nodeSlots = node.slots();
    var child = nodeSlots[nodeSlots.length - 1 - Integer.bitCount(node.nodeMap() & (bit - 1))];
    if (child instanceof BitmapNode inner) {
      enter(inner);
      return false;
    }
    slots = ((CollisionNode) child).slots();
    take(slots, 0);
    slot = width;
    return true;
  }

  private void take(Object[] from, int at) {
    key = from[at];
    value = from[at + width - 1];
  }

  /// The key of the entry that [#next] stepped to.
  public Object key() {
    return key;
  }

  /// The value under the key; for a set the key.
  public Object value() {
    return value;
  }
}
