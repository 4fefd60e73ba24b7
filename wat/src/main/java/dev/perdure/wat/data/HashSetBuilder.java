package dev.perdure.wat.data;

import dev.perdure.value.trie.Edit;
import dev.perdure.value.trie.Trie;

/// A set that changes in place while it is built; for one thread. A set it has built never changes:
/// the builder may go on and build more.
public final class HashSetBuilder {
  private Object root;
  private int size;
  private Edit edit = Edit.owning();

  /// Of no elements.
  public HashSetBuilder() {
    this(Trie.EMPTY, 0);
  }

  HashSetBuilder(Object root, int size) {
    this.root = root;
    this.size = size;
  }

  /// Adds the element if it is not there.
  public HashSetBuilder add(Object element) {
    edit.restart();
    root = DataTrie.SET.put(root, edit, element, element);
    size += edit.sizeChange;
    return this;
  }

  /// Removes the element if it is there.
  public HashSetBuilder remove(Object element) {
    edit.restart();
    root = DataTrie.SET.remove(root, edit, element, size);
    size += edit.sizeChange;
    return this;
  }

  /// Whether an equal element is there.
  public boolean contains(Object element) {
    return DataTrie.SET.find(root, element) != null;
  }

  /// The number of elements so far.
  public int size() {
    return size;
  }

  /// The set of the elements so far.
  public HashSet build() {
    edit = Edit.owning();
    return size == 0 ? HashSet.EMPTY : new HashSet(root, size);
  }
}
