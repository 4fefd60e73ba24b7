package dev.perdure.value;

import java.util.Arrays;
import java.util.Objects;

/// A vector that changes in place while it is built; for one thread. A vector it has built never
/// changes: the builder may go on and build more.
public final class VecBuilder {
  private int size;
  private int shift;
  private VecNode root;

  // Has room for growth; the builder owns it if `tailOwned`.
  private Object[] tail;
  private int tailSize;
  private boolean tailOwned;
  private Edit edit = Edit.owning();

  VecBuilder(int size, int shift, VecNode root, Object[] tail) {
    this.size = size;
    this.shift = shift;
    this.root = root;
    this.tail = tail;
    this.tailSize = tail.length;
  }

  static VecBuilder empty() {
    return new VecBuilder(0, Vec.LEVEL_BITS, VecNode.EMPTY, Flat.EMPTY);
  }

  /// Adds the element at the end.
  public VecBuilder add(Value element) {
    Objects.requireNonNull(element);
    if (tailSize == Vec.BRANCHES) {
      pushTail();
    }
    if (!tailOwned || tailSize == tail.length) {
      tail = Arrays.copyOf(tail, Math.min(Vec.BRANCHES, Math.max(4, tailSize * 2)));
      tailOwned = true;
    }
    tail[tailSize++] = element;
    size = Math.addExact(size, 1);
    return this;
  }

  private void pushTail() {
    var leaf = new VecNode(tailOwned ? edit : null, tail);
    int index = size - Vec.BRANCHES;
    if (index == Vec.BRANCHES << shift) {
      root = new VecNode(edit, new Object[] {root});
      shift += Vec.LEVEL_BITS;
    }
    root = VecNode.withLeaf(edit, root, shift, index, leaf);
    tail = new Object[Vec.BRANCHES];
    tailSize = 0;
    tailOwned = true;
  }

  /// Replaces the element at `index`; outside it is an [IndexOutOfBoundsException].
  public VecBuilder set(int index, Value element) {
    Objects.checkIndex(index, size);
    if (index < size - tailSize) {
      root = VecNode.with(edit, root, shift, index, element);
      return this;
    }
    if (!tailOwned) {
      tail = tail.clone();
      tailOwned = true;
    }
    tail[index & Vec.MASK] = Objects.requireNonNull(element);
    return this;
  }

  /// The number of elements so far.
  public int size() {
    return size;
  }

  /// The vector of the elements so far.
  public Vec build() {
    if (size == 0) {
      return Vec.EMPTY;
    }
    edit = Edit.owning();
    if (tail.length != tailSize) {
      tail = Arrays.copyOf(tail, tailSize);
    }
    tailOwned = false;
    return new Vec(size, shift, root, tail);
  }
}
