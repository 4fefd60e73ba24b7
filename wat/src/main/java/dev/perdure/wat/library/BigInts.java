package dev.perdure.wat.library;

import java.math.BigInteger;

/// Whole numbers of any size (W7.4).
public final class BigInts {
  private BigInts() {}

  /// `(+ a b)`.
  public static BigInteger add(BigInteger a, BigInteger b) {
    return a.add(b);
  }

  /// `(- a b)`.
  public static BigInteger subtract(BigInteger a, BigInteger b) {
    return a.subtract(b);
  }

  /// `(* a b)`.
  public static BigInteger multiply(BigInteger a, BigInteger b) {
    return a.multiply(b);
  }

  /// `(/ a b)`: a bigint if it is whole, else a rational; raises `DivisionByZero`.
  public static Object divide(BigInteger a, BigInteger b) {
    return Rationals.of(a, b);
  }

  /// `(bigint::of n)`.
  public static BigInteger of(long n) {
    return BigInteger.valueOf(n);
  }

  /// `(bigint::to-f64 n)`: the nearest.
  public static double toF64(BigInteger n) {
    return n.doubleValue();
  }
}
