package dev.perdure.wat.library;

import dev.perdure.wat.run.Raise;

/// Whole numbers of 64 bits: all arithmetic is checked (W7.4).
public final class I64 {
  private static final long U8_MAX = 255;

  private I64() {}

  /// `(+ a b)`; raises `IntegerOverflow`.
  public static long add(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException _) {
      throw Failures.overflow("wat::core::i64::+", a, b);
    }
  }

  /// `(- a b)`; raises `IntegerOverflow`.
  public static long subtract(long a, long b) {
    try {
      return Math.subtractExact(a, b);
    } catch (ArithmeticException _) {
      throw Failures.overflow("wat::core::i64::-", a, b);
    }
  }

  /// `(* a b)`; raises `IntegerOverflow`.
  public static long multiply(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException _) {
      throw Failures.overflow("wat::core::i64::*", a, b);
    }
  }

  /// `(/ a b)`, truncated toward zero; raises `DivisionByZero` and `IntegerOverflow`.
  public static long divide(long a, long b) {
    return quotient("wat::core::i64::/", a, b);
  }

  /// `(quot a b)`, truncated toward zero; raises `DivisionByZero` and `IntegerOverflow`.
  public static long quotient(long a, long b) {
    return quotient("wat::core::i64::quot", a, b);
  }

  private static long quotient(String op, long a, long b) {
    requireDivisor(b);
    if (a == Long.MIN_VALUE && b == -1) {
      throw Failures.overflow(op, a, b);
    }
    return a / b;
  }

  private static void requireDivisor(long b) {
    if (b == 0) {
      throw Failures.divisionByZero();
    }
  }

  /// `(rem a b)`, with the sign of the dividend; raises `DivisionByZero`.
  public static long remainder(long a, long b) {
    requireDivisor(b);
    return a % b;
  }

  /// `(mod a b)`, with the sign of the divisor; raises `DivisionByZero`.
  public static long modulo(long a, long b) {
    requireDivisor(b);
    return Math.floorMod(a, b);
  }

  /// `(= a b)`.
  public static boolean equal(long a, long b) {
    return a == b;
  }

  /// `(not= a b)`.
  public static boolean differ(long a, long b) {
    return a != b;
  }

  /// `(< a b)`.
  public static boolean less(long a, long b) {
    return a < b;
  }

  /// `(> a b)`.
  public static boolean greater(long a, long b) {
    return a > b;
  }

  /// `(<= a b)`.
  public static boolean atMost(long a, long b) {
    return a <= b;
  }

  /// `(>= a b)`.
  public static boolean atLeast(long a, long b) {
    return a >= b;
  }

  /// `(u8 n)`; raises outside 0 to 255.
  public static long toU8(long n) {
    if (n < 0 || n > U8_MAX) {
      throw Raise.assertion("no u8: " + n);
    }
    return n;
  }

  /// `(i64::to-f64 n)`: the nearest.
  public static double toF64(long n) {
    return n;
  }

  /// `(i64::to-string n)`.
  public static String text(long n) {
    return Long.toString(n);
  }
}
