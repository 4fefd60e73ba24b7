package dev.perdure.wat.library;

import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.HashSetBuilder;
import dev.perdure.wat.data.Variant;

/// Sets (W15.1).
public final class HashSets {
  private HashSets() {}

  /// `(length c)`.
  public static long length(HashSet c) {
    return c.size();
  }

  /// The same of what is being built.
  public static long length(HashSetBuilder c) {
    return c.size();
  }

  /// `(empty? c)`.
  public static boolean isEmpty(HashSet c) {
    return c.isEmpty();
  }

  /// The same of what is being built.
  public static boolean isEmpty(HashSetBuilder c) {
    return c.size() == 0;
  }

  /// `(conj c x)`.
  public static HashSet conj(HashSet c, Object element) {
    return c.with(element);
  }

  /// The same in place.
  public static HashSetBuilder conj(HashSetBuilder c, Object element) {
    return c.add(element);
  }

  /// `(contains? c x)`.
  public static boolean contains(HashSet c, Object element) {
    return c.contains(element);
  }

  /// The same of what is being built.
  public static boolean contains(HashSetBuilder c, Object element) {
    return c.contains(element);
  }

  /// `(get c x)`.
  public static Variant get(HashSet c, Object element) {
    return Variant.option(c.get(element));
  }
}
