package dev.perdure.wat.data;

import java.util.Comparator;

/// Which values are equal, and which comes first (W7.3).
///
/// None of these recurs: values may be nested as deep as memory allows.
public final class Order {
  /// What [#compare] answers where none of `<`, `=` and `>` holds: a NaN decides.
  public static final int UNORDERED = 2;

  /// The order in which `sort` puts values: that of [#compare], with NaN behind all numbers.
  public static final Comparator<Object> SORTING = (a, b) -> Ordered.compare(a, b, true);

  private Order() {}

  /// Whether `(= a b)`: structural, numbers by category, a List as the Vector of its elements; NaN
  /// equals nothing.
  ///
  /// @throws NotComparable of functions, handles and streams
  public static boolean equal(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x.longValue() == y.longValue();
    }
    if (isName(a) && a.getClass() == b.getClass()) {
      return a.equals(b);
    }
    return Total.compare(a, b, false) == 0;
  }

  /// Whether two values are one key of a map, one element of a set: as [#equal], but NaN is the
  /// same as itself, so that what is put in is found.
  ///
  /// @throws NotComparable of functions, handles and streams
  public static boolean same(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x.longValue() == y.longValue();
    }
    if (isName(a) && a.getClass() == b.getClass()) {
      return a.equals(b);
    }
    return Total.compare(a, b) == 0;
  }

  private static boolean isName(Object value) {
    return value instanceof String || value instanceof Keyword;
  }

  /// -1 if `(< a b)`, 1 if `(> a b)`, 0 if neither; [#UNORDERED] if a NaN decides.
  ///
  /// @throws NotComparable of values for whose type there is no order
  public static int compare(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    return Ordered.compare(a, b, false);
  }

  /// Whether `(< a b)`.
  ///
  /// @throws NotComparable as [#compare]
  public static boolean isLess(Object a, Object b) {
    return compare(a, b) < 0;
  }

  /// Whether `(<= a b)`.
  ///
  /// @throws NotComparable as [#compare]
  public static boolean isAtMost(Object a, Object b) {
    return compare(a, b) <= 0;
  }

  /// A number that is the same for values that are the same, in every run and on every machine.
  ///
  /// @throws NotComparable of functions, handles and streams
  public static int hash(Object value) {
    return switch (value) {
      case Long n -> Hashing.of(n.longValue());
      case String s -> Hashing.of(s);
      case Keyword k -> Hashing.of(k);
      default -> Hashing.of(value);
    };
  }
}
