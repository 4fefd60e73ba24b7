package dev.perdure.wat.data;

import dev.perdure.value.trie.Edit;
import dev.perdure.value.trie.Trie;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A map that changes in place while it is built; for one thread. A map it has built never changes:
/// the builder may go on and build more.
public final class HashMapBuilder {
  private Object root;
  private int size;
  private Edit edit = Edit.owning();

  /// Of no entries.
  public HashMapBuilder() {
    this(Trie.EMPTY, 0);
  }

  HashMapBuilder(Object root, int size) {
    this.root = root;
    this.size = size;
  }

  /// Puts `value` under `key`, in place of what was there.
  public HashMapBuilder put(Object key, Object value) {
    Objects.requireNonNull(value);
    edit.restart();
    root = DataTrie.MAP.put(root, edit, key, value);
    size += edit.sizeChange;
    return this;
  }

  /// Removes the key if it is there.
  public HashMapBuilder remove(Object key) {
    edit.restart();
    root = DataTrie.MAP.remove(root, edit, key, size);
    size += edit.sizeChange;
    return this;
  }

  /// The value under the key, or null.
  public @Nullable Object get(Object key) {
    return DataTrie.MAP.find(root, key);
  }

  /// Whether there is an entry with the key.
  public boolean contains(Object key) {
    return get(key) != null;
  }

  /// The number of entries so far.
  public int size() {
    return size;
  }

  /// The map of the entries so far.
  public HashMap build() {
    edit = Edit.owning();
    return size == 0 ? HashMap.EMPTY : new HashMap(root, size);
  }
}
