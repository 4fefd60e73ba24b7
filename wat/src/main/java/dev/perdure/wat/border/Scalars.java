package dev.perdure.wat.border;

import dev.perdure.value.BigInt;
import dev.perdure.value.Bytes;
import dev.perdure.value.Decimal;
import dev.perdure.value.Int;
import dev.perdure.value.Ratio;
import dev.perdure.value.Real;
import dev.perdure.value.Str;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Values without parts on the border, where they are not the same on both sides: null of what is
/// none of the type.
final class Scalars {
  private Scalars() {}

  static @Nullable Object real(Value value) {
    return switch (value) {
      case Real(double d) -> d;
      case Int(long n) -> (double) n;
      default -> null;
    };
  }

  static @Nullable Object bigInteger(Value value) {
    return switch (value) {
      case BigInt(var n) -> n;
      case Int(long n) -> BigInteger.valueOf(n);
      default -> null;
    };
  }

  static Value decimal(Ratio ratio) {
    try {
      return Value.of(
          new BigDecimal(ratio.numerator()).divide(new BigDecimal(ratio.denominator())));
    } catch (ArithmeticException e) {
      return ratio; // its decimals have no end
    }
  }

  static @Nullable Object ratio(Value value) {
    return switch (value) {
      case Ratio ratio -> ratio;
      case Decimal(var decimal)
          when decimal.scale() > 0
              && Ratio.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                  instanceof Ratio ratio ->
          ratio;
      default -> null;
    };
  }

  static @Nullable Object duration(Value value) {
    try {
      return value instanceof Str(String text) ? Duration.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  static Value bytes(Object vector) {
    var octets = (Vector) vector;
    var bytes = new byte[octets.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (long) (Long) octets.get(i);
    }
    return Bytes.of(bytes);
  }

  static @Nullable Object octets(Value value) {
    if (!(value instanceof Bytes bytes)) {
      return value instanceof Vec vec && vec.isEmpty() ? Vector.EMPTY : null;
    }
    var octets = new VectorBuilder();
    for (int i = 0; i < bytes.size(); i++) {
      octets.add((long) Byte.toUnsignedInt(bytes.at(i)));
    }
    return octets.build();
  }
}
