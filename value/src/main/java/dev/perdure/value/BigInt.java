package dev.perdure.value;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;

/// An integer of any size, such as `42N`. It is never narrowed to an [Int] and never equals one.
public record BigInt(BigInteger value) implements Value {
  public BigInt {
    Objects.requireNonNull(value);
  }

  @Override
  public Kind kind() {
    return Kind.BIG_INT;
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.BIG_INT, Arrays.hashCode(value.toByteArray()));
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
