package dev.perdure.wat.library;

import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.Variant;

/// Sets (W15.1).
public final class HashSets {
  private HashSets() {}

  /// `(length c)`.
  public static long length(HashSet c) {
    return c.size();
  }

  /// `(empty? c)`.
  public static boolean isEmpty(HashSet c) {
    return c.isEmpty();
  }

  /// `(conj c x)`.
  public static HashSet conj(HashSet c, Object element) {
    return c.with(element);
  }

  /// `(contains? c x)`.
  public static boolean contains(HashSet c, Object element) {
    return c.contains(element);
  }

  /// `(get c x)`.
  public static Variant get(HashSet c, Object element) {
    return Variant.option(c.get(element));
  }
}
