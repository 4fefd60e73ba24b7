package dev.perdure.wat.data;

import dev.perdure.value.trie.Elements;
import dev.perdure.value.trie.ElementsBuilder;
import java.util.Objects;

/// A vector that changes in place while it is built; for one thread. A vector it has built never
/// changes: the builder may go on and build more.
public final class VectorBuilder extends ElementsBuilder {
  private final int dropped;

  /// Of no elements.
  public VectorBuilder() {
    this.dropped = 0;
  }

  VectorBuilder(Elements.Parts parts, int dropped) {
    super(parts);
    this.dropped = dropped;
  }

  /// Adds the element at the end.
  public VectorBuilder add(Object element) {
    push(element);
    return this;
  }

  /// Adds the elements at the end, in their order.
  public VectorBuilder addAll(Iterable<?> elements) {
    for (var element : elements) {
      push(element);
    }
    return this;
  }

  /// Replaces the element at `index`; outside it is an [IndexOutOfBoundsException].
  public VectorBuilder set(int index, Object element) {
    Objects.checkIndex(index, size());
    replace(index + dropped, element);
    return this;
  }

  /// The element at `index`; outside it is an [IndexOutOfBoundsException].
  public Object get(int index) {
    Objects.checkIndex(index, size());
    return element(index + dropped);
  }

  /// The number of elements so far.
  public int size() {
    return count() - dropped;
  }

  /// The vector of the elements so far.
  public Vector build() {
    return size() == 0 ? Vector.EMPTY : new Vector(built(), dropped);
  }
}
