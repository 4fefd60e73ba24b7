package dev.perdure.value;

import dev.perdure.value.trie.Edit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A map that changes in place while it is built; for one thread. A map it has built never changes:
/// the builder may go on and build more.
public final class MapBuilder {
  private Object root;
  private int size;
  private Edit edit = Edit.owning();

  MapBuilder(Object root, int size) {
    this.root = root;
    this.size = size;
  }

  /// Puts `value` under `key`, in place of what was there.
  public MapBuilder put(Value key, Value value) {
    Objects.requireNonNull(value);
    edit.restart();
    root = ValueTrie.MAP.put(root, edit, key, value);
    size += edit.sizeChange;
    return this;
  }

  /// Removes the key if it is there.
  public MapBuilder remove(Value key) {
    edit.restart();
    root = ValueTrie.MAP.remove(root, edit, key, size);
    size += edit.sizeChange;
    return this;
  }

  /// The value under the key, or null.
  public @Nullable Value get(Value key) {
    return (Value) ValueTrie.MAP.find(root, key);
  }

  /// The number of entries so far.
  public int size() {
    return size;
  }

  /// The map of the entries so far.
  public MapValue build() {
    edit = Edit.owning();
    return size == 0 ? MapValue.EMPTY : new MapValue(root, size);
  }
}
