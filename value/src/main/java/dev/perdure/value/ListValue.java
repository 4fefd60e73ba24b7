package dev.perdure.value;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A persistent list, such as `(+ 1 2)`: an element and a shared rest. Prepending and taking the
/// rest cost the same for every size; reaching an element by index does not ([Vec] does that).
public final class ListValue implements Value, Iterable<Value> {
  /// `()`.
  public static final ListValue EMPTY = new ListValue();

  private final Value first;
  private final ListValue rest;
  private final int size;

  /// Computed at first use; 0 means not yet. A race computes the same number twice.
  private int hash;

  private ListValue(Value first, ListValue rest) {
    this.first = Objects.requireNonNull(first);
    this.rest = rest;
    this.size = Math.addExact(rest.size, 1);
  }

  private ListValue() {
    first = Nil.NIL;
    rest = this;
    size = 0;
  }

  /// The list of the elements.
  public static ListValue of(Value... elements) {
    return of(List.of(elements));
  }

  /// The list of the elements.
  public static ListValue of(List<? extends Value> elements) {
    var list = EMPTY;
    for (int i = elements.size() - 1; i >= 0; i--) {
      list = list.prepend(elements.get(i));
    }
    return list;
  }

  /// The list of the vector's elements.
  public static ListValue of(Vec elements) {
    var list = EMPTY;
    for (int i = elements.size() - 1; i >= 0; i--) {
      list = list.prepend(elements.get(i));
    }
    return list;
  }

  /// This list behind the element.
  public ListValue prepend(Value element) {
    return new ListValue(element, this);
  }

  /// The first element; [NoSuchElementException] if there is none.
  public Value first() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    return first;
  }

  /// The list without its first element; empty if there is none.
  public ListValue rest() {
    return rest;
  }

  /// The number of elements.
  public int size() {
    return size;
  }

  /// Whether there is no element.
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public Iterator<Value> iterator() {
    return new Iterator<>() {
      private ListValue at = ListValue.this;

      @Override
      public boolean hasNext() {
        return at.size > 0;
      }

      @Override
      public Value next() {
        var element = at.first();
        at = at.rest;
        return element;
      }
    };
  }

  @Override
  public Kind kind() {
    return Kind.LIST;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ListValue that)
        || size != that.size
        || (hash != 0 && that.hash != 0 && hash != that.hash)) {
      return false;
    }
    var a = this;
    var b = that;
    while (a != b && Order.same(a.first, b.first)) {
      a = a.rest;
      b = b.rest;
    }
    return a == b;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      for (var element : this) {
        h = 31 * h + element.hashCode();
      }
      h = Mix.of(Kind.LIST, h);
      hash = h;
    }
    return h;
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
