package dev.perdure.value;

import dev.perdure.value.trie.Cursor;
import dev.perdure.value.trie.Edit;
import dev.perdure.value.trie.Steps;
import dev.perdure.value.trie.Trie;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// A persistent set, such as `#{:a :b}`: a change answers a new set that shares most of the old
/// one.
///
/// Iterates in [Value#encodingOrder()], a function of the contents alone.
public final class SetValue implements Value, Iterable<Value> {
  /// `#{}`.
  public static final SetValue EMPTY = new SetValue(Trie.EMPTY, 0);

  private final Object root;
  private final int size;

  /// Computed at first use; 0 means not yet. A race computes the same number twice.
  private int hash;

  SetValue(Object root, int size) {
    this.root = root;
    this.size = size;
  }

  /// The set of the elements; equal ones count once.
  public static SetValue of(Value... elements) {
    var builder = builder();
    for (var element : elements) {
      builder.add(element);
    }
    return builder.build();
  }

  /// An empty builder.
  public static SetBuilder builder() {
    return EMPTY.toBuilder();
  }

  /// A builder that starts with these elements; this set does not change with it.
  public SetBuilder toBuilder() {
    return new SetBuilder(root, size);
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
  public boolean contains(Value element) {
    return ValueTrie.SET.find(root, element) != null;
  }

  /// This set with the element; the same set if it is there.
  public SetValue with(Value element) {
    var edit = Edit.once();
    var changed = ValueTrie.SET.put(root, edit, element, element);
    return edit.sizeChange == 0 ? this : new SetValue(changed, size + edit.sizeChange);
  }

  /// This set without the element; the same set if it is absent.
  public SetValue without(Value element) {
    var edit = Edit.once();
    var changed = ValueTrie.SET.remove(root, edit, element, size);
    if (edit.sizeChange == 0) {
      return this;
    }
    return size == 1 ? EMPTY : new SetValue(changed, size + edit.sizeChange);
  }

  /// The elements, in encoding order.
  public Value[] toArray() {
    var slots = ValueTrie.SET.slots(root, size);
    return Arrays.copyOf(slots, size, Value[].class);
  }

  @Override
  public Iterator<Value> iterator() {
    return new Steps<>(cursor(), at -> (Value) at.key());
  }

  Cursor cursor() {
    return ValueTrie.SET.cursor(root);
  }

  @Override
  public Kind kind() {
    return Kind.SET;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SetValue that
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
        h += at.key().hashCode();
      }
      h = Mix.of(Kind.SET, h);
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
