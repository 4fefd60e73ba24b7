package dev.perdure.wat.data;

import org.jspecify.annotations.Nullable;

/// A value of a newtype.
///
/// @param path the type's
/// @param content what it wraps
public record Wrapped(String path, Object content) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Wrapped && Order.same(this, other);
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
