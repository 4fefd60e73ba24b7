package dev.perdure.wat.data;

import org.jspecify.annotations.Nullable;

/// A value of the type `PersistentVector`, which is a type of its own with the contents of a
/// vector.
public record PersistentVector(Vector elements) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PersistentVector && Order.same(this, other);
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
