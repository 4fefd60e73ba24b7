package dev.perdure.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;

/// A decimal number, such as `1.50M`. The scale counts: `1.5M` and `1.50M` are two values.
public record Decimal(BigDecimal value) implements Value {
  public Decimal {
    Objects.requireNonNull(value);
  }

  @Override
  public Kind kind() {
    return Kind.DECIMAL;
  }

  @Override
  public int hashCode() {
    return Mix.of(
        Kind.DECIMAL, 31 * Arrays.hashCode(value.unscaledValue().toByteArray()) + value.scale());
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
