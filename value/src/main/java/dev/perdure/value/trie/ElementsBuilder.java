package dev.perdure.value.trie;

import java.util.Arrays;
import java.util.Objects;

/// [Elements] that change in place while they are built; for one thread. What it has built never
/// changes: the builder may go on and build more.
public abstract class ElementsBuilder {
  private int size;
  private int shift;
  private VecNode root;

  // Has room for growth; the builder owns it if `tailOwned`.
  private Object[] tail;
  private int tailSize;
  private boolean tailOwned;
  private Edit edit = Edit.owning();

  /// Of no elements.
  protected ElementsBuilder() {
    this(new Elements.Parts(0, VecNode.LEVEL_BITS, VecNode.EMPTY, Flat.EMPTY));
  }

  /// With these elements.
  protected ElementsBuilder(Elements.Parts parts) {
    this.size = parts.size;
    this.shift = parts.shift;
    this.root = parts.root;
    this.tail = parts.tail;
    this.tailSize = tail.length;
  }

  /// Adds the element at the end.
  protected final void push(Object element) {
    Objects.requireNonNull(element);
    if (tailSize == VecNode.BRANCHES) {
      pushTail();
    }
    if (!tailOwned || tailSize == tail.length) {
      tail = Arrays.copyOf(tail, Math.min(VecNode.BRANCHES, Math.max(4, tailSize * 2)));
      tailOwned = true;
    }
    tail[tailSize++] = element;
    size = Math.addExact(size, 1);
  }

  private void pushTail() {
    var leaf = new VecNode(tailOwned ? edit : null, tail);
    int index = size - VecNode.BRANCHES;
    if (index == VecNode.BRANCHES << shift) {
      root = new VecNode(edit, new Object[] {root});
      shift += VecNode.LEVEL_BITS;
    }
    root = VecNode.withLeaf(edit, root, shift, index, leaf);
    tail = new Object[VecNode.BRANCHES];
    tailSize = 0;
    tailOwned = true;
  }

  /// Replaces the element at `index`; outside it is an [IndexOutOfBoundsException].
  protected final void replace(int index, Object element) {
    Objects.checkIndex(index, size);
    if (index < size - tailSize) {
      root = VecNode.with(edit, root, shift, index, element);
      return;
    }
    if (!tailOwned) {
      tail = tail.clone();
      tailOwned = true;
    }
    tail[index & VecNode.MASK] = Objects.requireNonNull(element);
  }

  /// The element at `index`; outside it is an [IndexOutOfBoundsException].
  protected final Object element(int index) {
    Objects.checkIndex(index, size);
    var chunk = index >= size - tailSize ? tail : VecNode.leaf(root, shift, index).slots();
    return chunk[index & VecNode.MASK];
  }

  /// The number of elements so far.
  protected final int count() {
    return size;
  }

  /// What the elements so far consist of.
  protected final Elements.Parts built() {
    edit = Edit.owning();
    if (tail.length != tailSize) {
      tail = Arrays.copyOf(tail, tailSize);
    }
    tailOwned = false;
    return new Elements.Parts(size, shift, root, tail);
  }
}
