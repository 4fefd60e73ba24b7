package dev.perdure.wat.data;

import dev.perdure.value.trie.Elements;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A persistent vector: appending, reading and replacing by index, and leaving out elements at
/// either end cost nearly the same for every size.
public final class Vector extends Elements implements Iterable<Object> {
  /// `[]`.
  public static final Vector EMPTY = new Vector();

  /// How many elements at the front were dropped. They are held until more are dropped than left.
  private final int dropped;

  private Vector() {
    this.dropped = 0;
  }

  Vector(Parts parts, int dropped) {
    super(parts);
    this.dropped = dropped;
  }

  /// The vector of the elements.
  public static Vector of(Object... elements) {
    return ofAll(Arrays.asList(elements));
  }

  /// The vector of the elements, in their order.
  public static Vector ofAll(Iterable<?> elements) {
    if (elements instanceof Vector vector) {
      return vector;
    }
    return new VectorBuilder().addAll(elements).build();
  }

  /// A builder that starts with these elements; this vector does not change with it.
  public VectorBuilder toBuilder() {
    return new VectorBuilder(parts(), dropped);
  }

  /// The number of elements.
  public int size() {
    return count() - dropped;
  }

  /// Whether there is no element.
  public boolean isEmpty() {
    return count() == dropped;
  }

  /// The element at `index`, from 0; outside it is an [IndexOutOfBoundsException].
  public Object get(int index) {
    if (index < 0) {
      throw new IndexOutOfBoundsException(index);
    }
    return element(index + dropped);
  }

  /// This vector with one more element at the end.
  public Vector append(Object element) {
    return new Vector(appended(element), dropped);
  }

  /// This vector with the element at `index` replaced; outside it is an
  /// [IndexOutOfBoundsException].
  public Vector with(int index, Object element) {
    Objects.checkIndex(index, size());
    return new Vector(replaced(index + dropped, element), dropped);
  }

  /// The first `count` elements, or all if there are fewer.
  public Vector take(int count) {
    if (count >= size()) {
      return this;
    }
    return count <= 0 ? EMPTY : new Vector(first(dropped + count), dropped);
  }

  /// The elements without the first `count` ones.
  public Vector drop(int count) {
    if (count <= 0) {
      return this;
    }
    if (count >= size()) {
      return EMPTY;
    }
    int gone = dropped + count;
    return gone > BRANCHES && gone > count() - gone
        ? new VectorBuilder().addAll(() -> from(gone)).build()
        : new Vector(parts(), gone);
  }

  /// The elements without the first one; empty if there is none.
  public Vector rest() {
    return drop(1);
  }

  @Override
  public Iterator<Object> iterator() {
    return from(dropped);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return (other instanceof Vector || other instanceof List) && Order.same(this, other);
  }

  @Override
  public int hashCode() {
    return Order.hash(this);
  }

  @Override
  public String toString() {
    return Show.of(this);
  }
}
