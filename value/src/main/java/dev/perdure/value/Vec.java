package dev.perdure.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A persistent vector, such as `[1 2 3]`: appending, reading and replacing by index cost nearly
/// the same for every size. A tree of arrays of 32 with the last elements in an array of their own
/// (P. Bagwell's vector as in Clojure).
///
/// ```
/// size 70, height 1:  root [ • • ]          tail [ 6 elements ]
///                           │ └ 32 elements
///                           └ 32 elements
/// ```
public final class Vec implements Value, Iterable<Value> {
  static final int LEVEL_BITS = 5;
  static final int BRANCHES = 1 << LEVEL_BITS;
  static final int MASK = BRANCHES - 1;

  /// `[]`.
  public static final Vec EMPTY = new Vec(0, LEVEL_BITS, VecNode.EMPTY, new Object[0]);

  private final int size;

  // The shift of the index at the root: five bits a level.
  private final int shift;
  private final VecNode root;
  private final Object[] tail;

  /// Computed at first use; 0 means not yet. A race computes the same number twice.
  private int hash;

  Vec(int size, int shift, VecNode root, Object[] tail) {
    this.size = size;
    this.shift = shift;
    this.root = root;
    this.tail = tail;
  }

  /// The vector of the elements.
  public static Vec of(Value... elements) {
    return of(Arrays.asList(elements));
  }

  /// The vector of the elements, in their order.
  public static Vec of(Iterable<? extends Value> elements) {
    var builder = builder();
    for (var element : elements) {
      builder.add(element);
    }
    return builder.build();
  }

  /// An empty builder.
  public static VecBuilder builder() {
    return VecBuilder.empty();
  }

  /// A builder that starts with these elements; this vector does not change with it.
  public VecBuilder toBuilder() {
    return new VecBuilder(size, shift, root, tail);
  }

  /// The number of elements.
  public int size() {
    return size;
  }

  /// Whether there is no element.
  public boolean isEmpty() {
    return size == 0;
  }

  /// The element at `index`, from 0; outside it is an [IndexOutOfBoundsException].
  public Value get(int index) {
    Objects.checkIndex(index, size);
    return (Value) chunk(index)[index & MASK];
  }

  private int tailStart() {
    return size - tail.length;
  }

  private Object[] chunk(int index) {
    return index >= tailStart() ? tail : VecNode.leaf(root, shift, index).slots();
  }

  /// This vector with one more element at the end.
  public Vec append(Value element) {
    Objects.requireNonNull(element);
    if (tail.length < BRANCHES) {
      return new Vec(size + 1, shift, root, VecNode.appended(tail, element));
    }
    return toBuilder().add(element).build();
  }

  /// This vector with the element at `index` replaced; outside it is an
  /// [IndexOutOfBoundsException].
  public Vec with(int index, Value element) {
    Objects.checkIndex(index, size);
    if (index < tailStart()) {
      var changed = VecNode.with(Edit.once(), root, shift, index, element);
      return new Vec(size, shift, changed, tail);
    }
    var changed = tail.clone();
    changed[index & MASK] = Objects.requireNonNull(element);
    return new Vec(size, shift, root, changed);
  }

  /// This vector without its last element; [NoSuchElementException] if there is none.
  public Vec withoutLast() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    if (size == 1) {
      return EMPTY;
    }
    if (tail.length > 1) {
      return new Vec(size - 1, shift, root, Arrays.copyOf(tail, tail.length - 1));
    }
    var newTail = VecNode.leaf(root, shift, size - 2).slots();
    var rest = VecNode.withoutLastLeaf(root, shift, size - 2);
    return rest.isSingle() && shift > LEVEL_BITS
        ? new Vec(size - 1, shift - LEVEL_BITS, rest.child(0), newTail)
        : new Vec(size - 1, shift, rest, newTail);
  }

  @Override
  public Iterator<Value> iterator() {
    return new Iterator<>() {
      private int next;
      private Object[] chunk = size == 0 ? tail : chunk(0);

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public Value next() {
        if (next >= size) {
          throw new NoSuchElementException();
        }
        if ((next & MASK) == 0) {
          chunk = chunk(next);
        }
        return (Value) chunk[next++ & MASK];
      }
    };
  }

  @Override
  public Kind kind() {
    return Kind.VEC;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Vec that)
        || size != that.size
        || (hash != 0 && that.hash != 0 && hash != that.hash)) {
      return false;
    }
    // Equal sizes have equal shapes: an index starts a chunk in both or in none.
    for (int i = 0; i < size; i += BRANCHES) {
      if (!Arrays.equals(chunk(i), that.chunk(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      for (var element : this) {
        h = 31 * h + element.hashCode();
      }
      h = Mix.of(Kind.VEC, h);
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
