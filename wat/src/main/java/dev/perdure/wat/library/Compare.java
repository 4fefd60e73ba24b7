package dev.perdure.wat.library;

import dev.perdure.wat.data.Order;

/// Equality and order of values of whatever types the checker lets be compared (W7.3).
public final class Compare {
  private Compare() {}

  /// `(= a b)`.
  public static boolean equal(Object a, Object b) {
    return Order.equal(a, b);
  }

  /// `(not= a b)`.
  public static boolean differ(Object a, Object b) {
    return !Order.equal(a, b);
  }

  /// `(< a b)`.
  public static boolean less(Object a, Object b) {
    return Order.isLess(a, b);
  }

  /// `(> a b)`.
  public static boolean greater(Object a, Object b) {
    return Order.isLess(b, a);
  }

  /// `(<= a b)`.
  public static boolean atMost(Object a, Object b) {
    return Order.isAtMost(a, b);
  }

  /// `(>= a b)`.
  public static boolean atLeast(Object a, Object b) {
    return Order.isAtMost(b, a);
  }
}
