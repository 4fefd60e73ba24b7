package dev.perdure.wat.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A persistent list: an element and a shared rest. Prepending, taking the rest and the length cost
/// the same for every size; reaching an element by index does not ([Vector] does that).
public final class List implements Iterable<Object> {
  /// `()`.
  public static final List EMPTY = new List();

  private final Object first;
  private final List rest;
  private final int size;

  private List() {
    this.first = Nothing.NIL;
    this.rest = this;
    this.size = 0;
  }

  private List(Object first, List rest) {
    this.first = Objects.requireNonNull(first);
    this.rest = rest;
    this.size = Math.addExact(rest.size, 1);
  }

  /// The list of the elements.
  public static List of(Object... elements) {
    return EMPTY.prependAll(Arrays.asList(elements));
  }

  /// The list of the elements, in their order.
  public static List ofAll(Iterable<?> elements) {
    if (elements instanceof List list) {
      return list;
    }
    var copy = new ArrayList<Object>();
    elements.forEach(copy::add);
    return EMPTY.prependAll(copy);
  }

  private List prependAll(java.util.List<?> elements) {
    var list = this;
    for (int i = elements.size() - 1; i >= 0; i--) {
      list = list.prepend(elements.get(i));
    }
    return list;
  }

  /// This list behind the element.
  public List prepend(Object element) {
    return new List(element, this);
  }

  /// The first element; [NoSuchElementException] if there is none.
  public Object first() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    return first;
  }

  /// The list without its first element; empty if there is none.
  public List rest() {
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
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      private List at = List.this;

      @Override
      public boolean hasNext() {
        return at.size > 0;
      }

      @Override
      public Object next() {
        var element = at.first();
        at = at.rest;
        return element;
      }
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return (other instanceof List || other instanceof Vector) && Order.same(this, other);
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
