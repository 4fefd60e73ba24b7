package dev.perdure.wat.library;

/// Mathematics with the same bits on every machine (W9.2).
public final class Maths {
  private Maths() {}

  /// The natural logarithm; NaN below zero.
  public static double ln(double x) {
    return StrictMath.log(x);
  }

  /// The logarithm to the base 10; NaN below zero.
  public static double log(double x) {
    return StrictMath.log10(x);
  }

  /// e to the power of x.
  public static double exp(double x) {
    return StrictMath.exp(x);
  }

  /// The square root; NaN below zero.
  public static double sqrt(double x) {
    return StrictMath.sqrt(x);
  }

  /// The sine of radians.
  public static double sin(double x) {
    return StrictMath.sin(x);
  }

  /// The cosine of radians.
  public static double cos(double x) {
    return StrictMath.cos(x);
  }

  /// The nearest number to the ratio of a circle to its diameter.
  public static double pi() {
    return Math.PI;
  }
}
