package dev.perdure.wat.data;

import org.jspecify.annotations.Nullable;

/// A value under a tag that this program does not know.
///
/// @param tag as written, without the `#`
/// @param body what it marks
public record Foreign(String tag, Object body) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Foreign && Order.same(this, other);
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
