package dev.perdure.wat.data;

import org.jspecify.annotations.Nullable;

/// A tuple of at least one item: that of none is `nil`.
public final class Tuple {
  private final Object[] items;

  private Tuple(Object[] items) {
    if (items.length == 0) {
      throw new IllegalArgumentException("the empty tuple is nil");
    }
    this.items = items;
  }

  /// The tuple of the items.
  public static Tuple of(Object... items) {
    return new Tuple(items.clone());
  }

  /// The tuple of the items, which nobody may change any more.
  public static Tuple owning(Object[] items) {
    return new Tuple(items);
  }

  /// How many items it has.
  public int size() {
    return items.length;
  }

  /// The item at `index`, from 0; outside it is an [IndexOutOfBoundsException].
  public Object item(int index) {
    return items[index];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tuple && Order.same(this, other);
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
