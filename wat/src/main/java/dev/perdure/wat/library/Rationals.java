package dev.perdure.wat.library;

import dev.perdure.value.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Quotients of whole numbers (W7.4). One that is whole is held as a `BigInteger`, every other as a
/// `Ratio`.
public final class Rationals {
  // A double has 53 bits; with two more and the rest as a last one, rounding is exact
  private static final int BITS = 64;
  private static final int EXPONENT_MAX = 1200;

  private Rationals() {}

  /// The quotient; raises `DivisionByZero`.
  static Object of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw Failures.divisionByZero();
    }
    return Ratio.of(numerator, denominator) instanceof Ratio ratio
        ? ratio
        : numerator.divide(denominator);
  }

  private static BigInteger above(Object number) {
    return number instanceof Ratio ratio ? ratio.numerator() : (BigInteger) number;
  }

  private static BigInteger below(Object number) {
    return number instanceof Ratio ratio ? ratio.denominator() : BigInteger.ONE;
  }

  /// `(+ a b)`.
  public static Object add(Object a, Object b) {
    return of(
        above(a).multiply(below(b)).add(above(b).multiply(below(a))), below(a).multiply(below(b)));
  }

  /// `(- a b)`.
  public static Object subtract(Object a, Object b) {
    return of(
        above(a).multiply(below(b)).subtract(above(b).multiply(below(a))),
        below(a).multiply(below(b)));
  }

  /// `(* a b)`.
  public static Object multiply(Object a, Object b) {
    return of(above(a).multiply(above(b)), below(a).multiply(below(b)));
  }

  /// `(/ a b)`; raises `DivisionByZero`.
  public static Object divide(Object a, Object b) {
    return of(above(a).multiply(below(b)), below(a).multiply(above(b)));
  }

  /// `(rational::of-i64 n)`.
  public static Object ofI64(long n) {
    return BigInteger.valueOf(n);
  }

  /// `(rational::of-bigint n)`.
  public static Object ofBigInt(BigInteger n) {
    return n;
  }

  /// `(rational::to-f64 n)`: the nearest, halves to even.
  public static double toF64(Object number) {
    var above = above(number);
    var below = below(number);
    if (above.signum() == 0) {
      return 0.0;
    }
    int shift = BITS + below.bitLength() - above.bitLength();
    if (shift < -EXPONENT_MAX) {
      return above.signum() * Double.POSITIVE_INFINITY;
    }
    if (shift > BITS + EXPONENT_MAX) {
      return above.signum() * 0.0;
    }
    var parts =
        above
            .abs()
            .shiftLeft(Math.max(shift, 0))
            .divideAndRemainder(below.shiftLeft(Math.max(-shift, 0)));
    // What is cut off is not zero: the last bit says so, and no half is taken for even.
    var bits = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
    var power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(shift)));
    var exact =
        shift >= 0 ? new BigDecimal(bits).divide(power) : new BigDecimal(bits).multiply(power);
    return above.signum() * exact.doubleValue();
  }
}
