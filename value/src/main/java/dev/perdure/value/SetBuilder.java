package dev.perdure.value;

import dev.perdure.value.trie.Edit;

/// A set that changes in place while it is built; for one thread. A set it has built never changes:
/// the builder may go on and build more.
public final class SetBuilder {
  private Object root;
  private int size;
  private Edit edit = Edit.owning();

  SetBuilder(Object root, int size) {
    this.root = root;
    this.size = size;
  }

  /// Adds the element if it is not there.
  public SetBuilder add(Value element) {
    edit.restart();
    root = ValueTrie.SET.put(root, edit, element, element);
    size += edit.sizeChange;
    return this;
  }

  /// Removes the element if it is there.
  public SetBuilder remove(Value element) {
    edit.restart();
    root = ValueTrie.SET.remove(root, edit, element, size);
    size += edit.sizeChange;
    return this;
  }

  /// Whether an equal element is there.
  public boolean contains(Value element) {
    return ValueTrie.SET.find(root, element) != null;
  }

  /// The number of elements so far.
  public int size() {
    return size;
  }

  /// The set of the elements so far.
  public SetValue build() {
    edit = Edit.owning();
    return size == 0 ? SetValue.EMPTY : new SetValue(root, size);
  }
}
