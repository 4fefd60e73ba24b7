package dev.perdure.wat.data;

import dev.perdure.value.trie.Cursor;
import dev.perdure.value.trie.Edit;
import dev.perdure.value.trie.Steps;
import dev.perdure.value.trie.Trie;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// A persistent set: a change answers a new set that shares most of the old one. Elements are told
/// apart by [Order#same]. The order of iteration is a function of the contents alone.
public final class HashSet implements Iterable<Object> {
  /// `#{}`.
  public static final HashSet EMPTY = new HashSet(Trie.EMPTY, 0);

  private final Object root;
  private final int size;

  HashSet(Object root, int size) {
    this.root = root;
    this.size = size;
  }

  /// The set of the elements; equal ones count once.
  public static HashSet of(Object... elements) {
    return ofAll(Arrays.asList(elements));
  }

  /// The set of the elements; equal ones count once.
  public static HashSet ofAll(Iterable<?> elements) {
    var builder = new HashSetBuilder();
    for (var element : elements) {
      builder.add(element);
    }
    return builder.build();
  }

  /// A builder that starts with these elements; this set does not change with it.
  public HashSetBuilder toBuilder() {
    return new HashSetBuilder(root, size);
  }

  /// The number of elements.
  public int size() {
    return size;
  }

  /// Whether there is no element.
  public boolean isEmpty() {
    return size == 0;
  }

  /// Whether an equal element is there.
  public boolean contains(Object element) {
    return get(element) != null;
  }

  /// The element that is there and equals this one, or null.
  public @Nullable Object get(Object element) {
    return DataTrie.SET.find(root, element);
  }

  /// This set with the element; the same set if it is there.
  public HashSet with(Object element) {
    var edit = Edit.once();
    var changed = DataTrie.SET.put(root, edit, element, element);
    return edit.sizeChange == 0 ? this : new HashSet(changed, size + edit.sizeChange);
  }

  /// This set without the element; the same set if it is absent.
  public HashSet without(Object element) {
    var edit = Edit.once();
    var changed = DataTrie.SET.remove(root, edit, element, size);
    if (edit.sizeChange == 0) {
      return this;
    }
    return size == 1 ? EMPTY : new HashSet(changed, size + edit.sizeChange);
  }

  @Override
  public Iterator<Object> iterator() {
    return new Steps<>(cursor(), Cursor::key);
  }

  Cursor cursor() {
    return DataTrie.SET.cursor(root);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HashSet && Order.same(this, other);
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
