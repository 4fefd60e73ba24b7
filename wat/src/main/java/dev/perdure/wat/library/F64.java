package dev.perdure.wat.library;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.run.Raise;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// IEEE numbers of 64 bits (W7.4).
public final class F64 {
  private static final double TWO_TO_63 = 0x1p63;

  // Beyond these, every double stays as it is, or becomes zero
  private static final int DIGITS_MAX = 1074;
  private static final int DIGITS_MIN = -310;

  private F64() {}

  /// `(+ a b)`.
  public static double add(double a, double b) {
    return a + b;
  }

  /// `(- a b)`.
  public static double subtract(double a, double b) {
    return a - b;
  }

  /// `(* a b)`.
  public static double multiply(double a, double b) {
    return a * b;
  }

  /// `(/ a b)`.
  public static double divide(double a, double b) {
    return a / b;
  }

  /// `(= a b)`.
  public static boolean equal(double a, double b) {
    return a == b;
  }

  /// `(not= a b)`.
  public static boolean differ(double a, double b) {
    return a != b;
  }

  /// `(< a b)`.
  public static boolean less(double a, double b) {
    return a < b;
  }

  /// `(> a b)`.
  public static boolean greater(double a, double b) {
    return a > b;
  }

  /// `(<= a b)`.
  public static boolean atMost(double a, double b) {
    return a <= b;
  }

  /// `(>= a b)`.
  public static boolean atLeast(double a, double b) {
    return a >= b;
  }

  /// `(f64::to-i64 x)`: truncated toward zero; None of NaN and of what does not fit.
  public static Variant toI64(double x) {
    return x >= -TWO_TO_63 && x < TWO_TO_63 ? Variant.some((long) x) : Variant.NONE;
  }

  /// `(f64::round x digits)`: the exact value rounded, halves away from zero; digits below zero
  /// stand before the point.
  public static double round(double x, long digits) {
    if (Double.isNaN(x) || Double.isInfinite(x) || digits > DIGITS_MAX) {
      return x;
    }
    if (digits < DIGITS_MIN) {
      return Math.copySign(0.0, x);
    }
    var rounded = new BigDecimal(x).setScale((int) digits, RoundingMode.HALF_UP).doubleValue();
    return Math.copySign(rounded, x);
  }

  /// `(f64::abs x)`.
  public static double abs(double x) {
    return Math.abs(x);
  }

  /// `(f64::min a b)`; NaN if one is.
  public static double min(double a, double b) {
    return Math.min(a, b);
  }

  /// `(f64::max a b)`; NaN if one is.
  public static double max(double a, double b) {
    return Math.max(a, b);
  }

  /// `(f64::clamp x low high)`; NaN stays. Raises unless `low <= high`.
  public static double clamp(double x, double low, double high) {
    if (!(low <= high)) {
      throw Raise.assertion("clamp from " + text(low) + " to " + text(high));
    }
    return x < low ? low : x > high ? high : x;
  }

  /// `(f64::to-string x)`: the shortest text that reads back, whole numbers without a point; `NaN`,
  /// `+Inf` and `-Inf`.
  public static String text(double x) {
    if (Double.isNaN(x)) {
      return "NaN";
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? "+Inf" : "-Inf";
    }
    var text = EdnWriter.write(x);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
