package dev.perdure.value.trie;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;

/// A persistent sequence with an index: appending, reading and replacing cost nearly the same for
/// every size. A tree of arrays of 32 with the last elements in an array of their own (P. Bagwell's
/// vector as in Clojure). Elements are never null.
///
/// ```
/// size 70, height 1:  root [ • • ]          tail [ 6 elements ]
///                           │ └ 32 elements
///                           └ 32 elements
/// ```
public abstract class Elements {
  /// Elements of an array of the tree.
  protected static final int BRANCHES = VecNode.BRANCHES;

  private final int size;

  // The shift of the index at the root: five bits a level.
  private final int shift;
  private final VecNode root;
  private final Object[] tail;

  /// Of no elements.
  protected Elements() {
    this.size = 0;
    this.shift = VecNode.LEVEL_BITS;
    this.root = VecNode.EMPTY;
    this.tail = Flat.EMPTY;
  }

  /// With the elements of another.
  protected Elements(Parts parts) {
    this.size = parts.size;
    this.shift = parts.shift;
    this.root = parts.root;
    this.tail = parts.tail;
  }

  /// What a sequence consists of, on its way into one.
  public static final class Parts {
    final int size;
    final int shift;
    final VecNode root;
    final Object[] tail;

    Parts(int size, int shift, VecNode root, Object[] tail) {
      this.size = size;
      this.shift = shift;
      this.root = root;
      this.tail = tail;
    }
  }

  /// What it consists of.
  protected final Parts parts() {
    return new Parts(size, shift, root, tail);
  }

  /// The number of elements.
  protected final int count() {
    return size;
  }

  /// The element at `index`, from 0; outside it is an [IndexOutOfBoundsException].
  protected final Object element(int index) {
    Objects.checkIndex(index, size);
    return chunk(index)[index & VecNode.MASK];
  }

  private int tailStart() {
    return size - tail.length;
  }

  /// The array that holds the element at `index`; nobody writes to it. Those of two sequences of
  /// the same size begin at the same indexes.
  protected final Object[] chunk(int index) {
    return index >= tailStart() ? tail : VecNode.leaf(root, shift, index).slots();
  }

  /// One more element at the end.
  protected final Parts appended(Object element) {
    Objects.requireNonNull(element);
    if (tail.length < BRANCHES) {
      return new Parts(Math.addExact(size, 1), shift, root, VecNode.appended(tail, element));
    }
    int index = size - BRANCHES;
    boolean isFull = index == BRANCHES << shift;
    var top = isFull ? new VecNode(null, new Object[] {root}) : root;
    int topShift = isFull ? shift + VecNode.LEVEL_BITS : shift;
    var leaf = new VecNode(null, tail);
    var more = VecNode.withLeaf(Edit.once(), top, topShift, index, leaf);
    return new Parts(Math.addExact(size, 1), topShift, more, new Object[] {element});
  }

  /// The element at `index` replaced; outside it is an [IndexOutOfBoundsException].
  protected final Parts replaced(int index, Object element) {
    Objects.checkIndex(index, size);
    if (index < tailStart()) {
      return new Parts(size, shift, VecNode.with(Edit.once(), root, shift, index, element), tail);
    }
    var changed = tail.clone();
    changed[index & VecNode.MASK] = Objects.requireNonNull(element);
    return new Parts(size, shift, root, changed);
  }

  /// The first `kept` elements, at least one and at most all.
  protected final Parts first(int kept) {
    Objects.checkIndex(kept - 1, size);
    if (kept > tailStart()) {
      return new Parts(kept, shift, root, Arrays.copyOf(tail, kept - tailStart()));
    }
    int last = kept - 1;
    var newTail = Arrays.copyOf(VecNode.leaf(root, shift, last).slots(), (last & VecNode.MASK) + 1);
    var rest = VecNode.before(root, shift, last);
    int height = shift;
    while (rest.isSingle() && height > VecNode.LEVEL_BITS) {
      rest = rest.child(0);
      height -= VecNode.LEVEL_BITS;
    }
    return new Parts(kept, height, rest, newTail);
  }

  /// A walk over the elements from `index`.
  protected final Iterator<Object> from(int index) {
    return new Iterator<>() {
      private int next = index;
      private Object[] chunk = index < size ? chunk(index) : tail;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public Object next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        if ((next & VecNode.MASK) == 0) {
          chunk = chunk(next);
        }
        return chunk[next++ & VecNode.MASK];
      }
    };
  }
}
