package dev.perdure.wat.data;

import dev.perdure.value.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;

/// The order of numbers, exact between all of their types.
final class Numbers {
  private static final double TWO_TO_63 = 0x1p63;

  private Numbers() {}

  static boolean isNumber(Object value) {
    return value instanceof Long
        || value instanceof Double
        || value instanceof BigInteger
        || value instanceof Ratio;
  }

  /// The order of two numbers; [Order#UNORDERED] if one is NaN.
  static int compare(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (a instanceof Double x) {
      return b instanceof Double y ? doubles(x, y) : reversed(withDouble(b, x));
    }
    return b instanceof Double y ? withDouble(a, y) : exact(a, b);
  }

  private static int reversed(int order) {
    return order == Order.UNORDERED ? order : -order;
  }

  private static int doubles(double a, double b) {
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : Order.UNORDERED;
  }

  /// The order of doubles with NaN behind all others.
  static int total(double a, double b, boolean nanIsSame) {
    int order = doubles(a, b);
    return order != Order.UNORDERED
        ? order
        : nanIsSame ? Boolean.compare(Double.isNaN(a), Double.isNaN(b)) : Double.isNaN(a) ? 1 : -1;
  }

  private static int withDouble(Object exact, double d) {
    if (Double.isNaN(d)) {
      return Order.UNORDERED;
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? -1 : 1;
    }
    return switch (exact) {
      case Long n -> withDouble(n.longValue(), d);
      case BigInteger n -> new BigDecimal(n).compareTo(new BigDecimal(d));
      case Ratio r ->
          new BigDecimal(r.numerator())
              .compareTo(new BigDecimal(d).multiply(new BigDecimal(r.denominator())));
      default -> throw new NotComparable(exact);
    };
  }

  private static int withDouble(long n, double d) {
    if (d >= TWO_TO_63) {
      return -1;
    }
    if (d < -TWO_TO_63) {
      return 1;
    }
    // The whole part of what lies between fits a long, and a double holds it exactly.
    long whole = (long) d;
    return n != whole ? Long.compare(n, whole) : Double.compare(0.0, d - whole + 0.0);
  }

  private static int exact(Object a, Object b) {
    return numerator(a).multiply(denominator(b)).compareTo(numerator(b).multiply(denominator(a)));
  }

  private static BigInteger numerator(Object number) {
    return switch (number) {
      case Long n -> BigInteger.valueOf(n);
      case BigInteger n -> n;
      case Ratio r -> r.numerator();
      default -> throw new NotComparable(number);
    };
  }

  private static BigInteger denominator(Object number) {
    return number instanceof Ratio r ? r.denominator() : BigInteger.ONE;
  }
}
