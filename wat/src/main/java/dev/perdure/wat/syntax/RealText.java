package dev.perdure.wat.syntax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The text of an f64.
public final class RealText {
  /// From here on, and below [#SMALL], a text has an exponent.
  private static final double LARGE = 1e16;

  private static final double SMALL = 1e-4;

  /// Between these, the JDK writes no exponent.
  private static final double JDK_LARGE = 1e7;

  private static final double JDK_SMALL = 1e-3;

  private RealText() {}

  /// The shortest that reads back, with `.0` or an exponent.
  ///
  /// @param value a finite one
  public static String of(double value) {
    double size = Math.abs(value);
    var text = Double.toString(value);
    if (size == 0 || (size >= JDK_SMALL && size < JDK_LARGE)) {
      return text;
    }
    var digits = shortest(new BigDecimal(text).stripTrailingZeros(), value);
    if (size >= SMALL && size < LARGE) {
      var plain = digits.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    var all = digits.unscaledValue().abs().toString();
    int exponent = all.length() - 1 - digits.scale();
    return (value < 0 ? "-" : "")
        + all.charAt(0)
        + (all.length() == 1 ? "" : "." + all.substring(1))
        + "e"
        + exponent;
  }

  /// The JDK always gives two digits, where one may do.
  private static BigDecimal shortest(BigDecimal digits, double value) {
    if (digits.precision() != 2) {
      return digits;
    }
    var one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    return one.doubleValue() == value ? one : digits;
  }
}
