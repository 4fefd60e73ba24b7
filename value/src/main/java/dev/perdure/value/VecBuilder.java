package dev.perdure.value;

import dev.perdure.value.trie.Elements;
import dev.perdure.value.trie.ElementsBuilder;

/// A vector that changes in place while it is built; for one thread. A vector it has built never
/// changes: the builder may go on and build more.
public final class VecBuilder extends ElementsBuilder {
  private VecBuilder() {}

  VecBuilder(Elements.Parts parts) {
    super(parts);
  }

  static VecBuilder empty() {
    return new VecBuilder();
  }

  /// Adds the element at the end.
  public VecBuilder add(Value element) {
    push(element);
    return this;
  }

  /// Replaces the element at `index`; outside it is an [IndexOutOfBoundsException].
  public VecBuilder set(int index, Value element) {
    replace(index, element);
    return this;
  }

  /// The number of elements so far.
  public int size() {
    return count();
  }

  /// The vector of the elements so far.
  public Vec build() {
    return count() == 0 ? Vec.EMPTY : new Vec(built());
  }
}
