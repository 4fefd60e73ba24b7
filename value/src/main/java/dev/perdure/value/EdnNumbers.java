package dev.perdure.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// The numbers of EDN. The patterns never go back, so they take linear time.
final class EdnNumbers {
  private static final Pattern INTEGER = Pattern.compile("[+-]?+(?:0|[1-9][0-9]*+)N?+");
  private static final Pattern RATIO = Pattern.compile("[+-]?+[0-9]++/[0-9]++");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+M?+");

  private EdnNumbers() {}

  /// Why the token is no number; empty if it is one.
  static String fault(String token) {
    if (INTEGER.matcher(token).matches()) {
      boolean fits = token.endsWith("N") || isLong(token);
      return fits ? "" : "it exceeds 64 bits and has no N";
    }
    if (RATIO.matcher(token).matches()) {
      boolean zero = token.substring(token.indexOf('/') + 1).matches("0++");
      return zero ? "its denominator is 0" : "";
    }
    if (!DECIMAL.matcher(token).matches()) {
      return "it is malformed";
    }
    if (isWhole(token)) {
      return "it starts with 0";
    }
    return token.endsWith("M") ? decimalFault(token) : realFault(token);
  }

  private static boolean isLong(String token) {
    try {
      Long.parseLong(token);
      return true;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static boolean isWhole(String token) {
    return token.matches("[+-]?+[0-9]++");
  }

  private static String decimalFault(String token) {
    try {
      decimal(token);
      return "";
    } catch (NumberFormatException _) {
      return "its exponent exceeds 32 bits";
    }
  }

  private static String realFault(String token) {
    return Double.isInfinite(Double.parseDouble(token)) ? "it exceeds 64 bits" : "";
  }

  private static BigDecimal decimal(String token) {
    return new BigDecimal(token.substring(0, token.length() - 1));
  }

  /// The value of a token without fault.
  static Value value(String token) {
    int slash = token.indexOf('/');
    if (slash > 0) {
      return Ratio.of(
          new BigInteger(token.substring(0, slash)), new BigInteger(token.substring(slash + 1)));
    }
    if (token.endsWith("N")) {
      return new BigInt(new BigInteger(token.substring(0, token.length() - 1)));
    }
    if (token.endsWith("M")) {
      return new Decimal(decimal(token));
    }
    return isWhole(token) ? Int.of(Long.parseLong(token)) : new Real(Double.parseDouble(token));
  }
}
