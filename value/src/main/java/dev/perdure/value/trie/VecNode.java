package dev.perdure.value.trie;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A node of a vector's tree: up to 32 nodes, or at the leaves exactly 32 elements. Slots beyond
/// the last node do not exist, except while a builder owns the node.
final class VecNode {
  static final int LEVEL_BITS = 5;
  static final int BRANCHES = 1 << LEVEL_BITS;
  static final int MASK = BRANCHES - 1;

  static final VecNode EMPTY = new VecNode(null, new Object[0]);

  private final @Nullable Edit owner;
  private Object[] slots;

  VecNode(@Nullable Edit owner, Object[] slots) {
    this.owner = owner;
    this.slots = slots;
  }

  Object[] slots() {
    return slots;
  }

  VecNode child(int at) {
    return (VecNode) slots[at];
  }

  boolean isSingle() {
    return slots.length == 1;
  }

  /// The leaf with the element at `index`.
  static VecNode leaf(VecNode root, int shift, int index) {
    var node = root;
    for (int level = shift; level > 0; level -= LEVEL_BITS) {
      node = (VecNode) node.slots[(index >>> level) & MASK];
    }
    return node;
  }

  static Object[] appended(Object[] slots, Object element) {
    var copy = Arrays.copyOf(slots, slots.length + 1);
    copy[slots.length] = element;
    return copy;
  }

  /// The tree with the element at `index` replaced.
  static VecNode with(Edit edit, VecNode node, int shift, int index, Object element) {
    var content =
        shift == 0
            ? Objects.requireNonNull(element)
            : with(edit, node.child((index >>> shift) & MASK), shift - LEVEL_BITS, index, element);
    return node.withSlot(edit, (index >>> shift) & MASK, content);
  }

  private VecNode withSlot(Edit edit, int at, Object content) {
    boolean inPlace = owner == edit;
    if (inPlace && at < slots.length) {
      slots[at] = content;
      return this;
    }
    var copy = Arrays.copyOf(slots, Math.max(slots.length, at + 1));
    copy[at] = content;
    if (inPlace) {
      slots = copy;
      return this;
    }
    return new VecNode(edit.isOwning() ? edit : null, copy);
  }

  /// The tree with a leaf added for the elements from `index`; there must be room below the root.
  static VecNode withLeaf(Edit edit, VecNode node, int shift, int index, VecNode leaf) {
    int at = (index >>> shift) & MASK;
    if (shift == LEVEL_BITS) {
      return node.withSlot(edit, at, leaf);
    }
    var child = at < node.slots.length ? node.child(at) : EMPTY;
    return node.withSlot(edit, at, withLeaf(edit, child, shift - LEVEL_BITS, index, leaf));
  }

  /// The tree of the leaves before that of the element at `index`; nodes left empty go with them.
  static VecNode before(VecNode node, int shift, int index) {
    int at = (index >>> shift) & MASK;
    var last = shift == LEVEL_BITS ? EMPTY : before(node.child(at), shift - LEVEL_BITS, index);
    if (last.slots.length == 0) {
      return at == 0 ? EMPTY : new VecNode(null, Arrays.copyOf(node.slots, at));
    }
    var kept = Arrays.copyOf(node.slots, at + 1);
    kept[at] = last;
    return new VecNode(null, kept);
  }
}
