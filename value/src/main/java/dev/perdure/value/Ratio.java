package dev.perdure.value;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A rational number that is not whole, such as `1/2`: reduced, with the sign on the numerator.
public final class Ratio implements Value {
  private final BigInteger numerator;
  private final BigInteger denominator;

  private Ratio(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /// The quotient in its only form: a [Ratio], or an [Int] or [BigInt] when it is whole. A zero
  /// denominator is `VALUE_INVALID`.
  public static Value of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw ValueCode.invalid("a ratio has the denominator 0");
    }
    var divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    var above = numerator.divide(divisor);
    var below = denominator.divide(divisor);
    return below.equals(BigInteger.ONE) ? whole(above) : new Ratio(above, below);
  }

  private static Value whole(BigInteger value) {
    return value.bitLength() < Long.SIZE ? Int.of(value.longValue()) : new BigInt(value);
  }

  /// Above the line; carries the sign.
  public BigInteger numerator() {
    return numerator;
  }

  /// Below the line; at least 2.
  public BigInteger denominator() {
    return denominator;
  }

  @Override
  public Kind kind() {
    return Kind.RATIO;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ratio that
        && numerator.equals(that.numerator)
        && denominator.equals(that.denominator);
  }

  @Override
  public int hashCode() {
    int above = Arrays.hashCode(numerator.toByteArray());
    return Mix.of(Kind.RATIO, 31 * above + Arrays.hashCode(denominator.toByteArray()));
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
