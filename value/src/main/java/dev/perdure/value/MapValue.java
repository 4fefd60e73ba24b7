package dev.perdure.value;

import dev.perdure.value.trie.Cursor;
import dev.perdure.value.trie.Edit;
import dev.perdure.value.trie.Steps;
import dev.perdure.value.trie.Trie;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A persistent map, such as `{:id 7, :name "Ada"}`: a change answers a new map that shares most of
/// the old one. A hash trie with the cost of one array up to 8 entries.
///
/// Iterates in [Value#encodingOrder()], a function of the contents alone.
public final class MapValue implements Value, Iterable<MapValue.Entry> {
  /// `{}`.
  public static final MapValue EMPTY = new MapValue(Trie.EMPTY, 0);

  private final Object root;
  private final int size;

  /// Computed at first use; 0 means not yet. A race computes the same number twice.
  private int hash;

  MapValue(Object root, int size) {
    this.root = root;
    this.size = size;
  }

  /// A key and what the map holds under it.
  public record Entry(Value key, Value value) {}

  /// The map of alternating keys and values; the last of equal keys wins. An odd number of
  /// arguments is `VALUE_INVALID`.
  public static MapValue of(Value... keysAndValues) {
    if (keysAndValues.length % 2 != 0) {
      throw ValueCode.invalid("a map was given a key without a value");
    }
    var builder = builder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      builder.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return builder.build();
  }

  /// An empty builder.
  public static MapBuilder builder() {
    return EMPTY.toBuilder();
  }

  /// A builder that starts with these entries; this map does not change with it.
  public MapBuilder toBuilder() {
    return new MapBuilder(root, size);
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
  public @Nullable Value get(Value key) {
    return (Value) ValueTrie.MAP.find(root, key);
  }

  /// The value under the key, or `fallback`.
  public Value get(Value key, Value fallback) {
    var found = get(key);
    return found == null ? fallback : found;
  }

  /// Whether there is an entry with the key.
  public boolean contains(Value key) {
    return get(key) != null;
  }

  /// This map with `value` under `key`; the same map if it already holds that very object.
  public MapValue with(Value key, Value value) {
    Objects.requireNonNull(value);
    var edit = Edit.once();
    var changed = ValueTrie.MAP.put(root, edit, key, value);
    return Order.identical(root, changed) ? this : new MapValue(changed, size + edit.sizeChange);
  }

  /// This map without the key; the same map if it is absent.
  public MapValue without(Value key) {
    var edit = Edit.once();
    var changed = ValueTrie.MAP.remove(root, edit, key, size);
    if (edit.sizeChange == 0) {
      return this;
    }
    return size == 1 ? EMPTY : new MapValue(changed, size + edit.sizeChange);
  }

  /// The keys, in encoding order.
  public Iterable<Value> keys() {
    return () -> new Steps<>(cursor(), at -> (Value) at.key());
  }

  /// The values, in the order of their keys.
  public Iterable<Value> values() {
    return () -> new Steps<>(cursor(), at -> (Value) at.value());
  }

  @Override
  public Iterator<Entry> iterator() {
    return new Steps<>(cursor(), at -> new Entry((Value) at.key(), (Value) at.value()));
  }

  /// Calls `action` with each entry, in encoding order; makes no object an entry.
  public void forEachEntry(BiConsumer<? super Value, ? super Value> action) {
    var at = cursor();
    while (at.next()) {
      action.accept((Value) at.key(), (Value) at.value());
    }
  }

  Cursor cursor() {
    return ValueTrie.MAP.cursor(root);
  }

  @Override
  public Kind kind() {
    return Kind.MAP;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof MapValue that
            && size == that.size
            && (hash == 0 || that.hash == 0 || hash == that.hash)
            && Trie.sameEntries(root, that.root));
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      var at = cursor();
      while (at.next()) {
        h += Mix.entry(at.key().hashCode(), at.value().hashCode());
      }
      h = Mix.of(Kind.MAP, h);
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
