package dev.perdure.wat.data;

import dev.perdure.value.trie.Cursor;
import dev.perdure.value.trie.Edit;
import dev.perdure.value.trie.Steps;
import dev.perdure.value.trie.Trie;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A persistent map: a change answers a new map that shares most of the old one. Keys are told
/// apart by [Order#same]. The order of iteration is a function of the contents alone.
public final class HashMap implements Iterable<HashMap.Entry> {
  /// `{}`.
  public static final HashMap EMPTY = new HashMap(Trie.EMPTY, 0);

  private final Object root;
  private final int size;

  HashMap(Object root, int size) {
    this.root = root;
    this.size = size;
  }

  /// A key and what the map holds under it.
  public record Entry(Object key, Object value) {}

  /// The map of alternating keys and values; the last of equal keys wins.
  public static HashMap of(Object... keysAndValues) {
    var builder = new HashMapBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return builder.build();
  }

  /// A builder that starts with these entries; this map does not change with it.
  public HashMapBuilder toBuilder() {
    return new HashMapBuilder(root, size);
  }

  /// The number of entries.
  public int size() {
    return size;
  }

  /// Whether there is no entry.
  public boolean isEmpty() {
    return size == 0;
  }

  /// The value under the key, or null.
  public @Nullable Object get(Object key) {
    return DataTrie.MAP.find(root, key);
  }

  /// Whether there is an entry with the key.
  public boolean contains(Object key) {
    return get(key) != null;
  }

  /// This map with `value` under `key`; the same map if it already holds that very object.
  public HashMap with(Object key, Object value) {
    Objects.requireNonNull(value);
    var edit = Edit.once();
    var changed = DataTrie.MAP.put(root, edit, key, value);
    return Trie.identical(root, changed) ? this : new HashMap(changed, size + edit.sizeChange);
  }

  /// This map without the key; the same map if it is absent.
  public HashMap without(Object key) {
    var edit = Edit.once();
    var changed = DataTrie.MAP.remove(root, edit, key, size);
    if (edit.sizeChange == 0) {
      return this;
    }
    return size == 1 ? EMPTY : new HashMap(changed, size + edit.sizeChange);
  }

  /// The keys, in the order of iteration.
  public Iterable<Object> keys() {
    return () -> new Steps<>(cursor(), Cursor::key);
  }

  /// The values, in the order of their keys.
  public Iterable<Object> values() {
    return () -> new Steps<>(cursor(), Cursor::value);
  }

  @Override
  public Iterator<Entry> iterator() {
    return new Steps<>(cursor(), at -> new Entry(at.key(), at.value()));
  }

  /// Calls `action` with each entry; makes no object an entry.
  public void forEachEntry(BiConsumer<Object, Object> action) {
    var at = cursor();
    while (at.next()) {
      action.accept(at.key(), at.value());
    }
  }

  Cursor cursor() {
    return DataTrie.MAP.cursor(root);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HashMap && Order.same(this, other);
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
