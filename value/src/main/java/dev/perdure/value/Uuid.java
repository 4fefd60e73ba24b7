package dev.perdure.value;

import java.util.Objects;
import java.util.UUID;

/// A UUID, such as `#uuid "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"`.
public record Uuid(UUID value) implements Value {
  public Uuid {
    Objects.requireNonNull(value);
  }

  @Override
  public Kind kind() {
    return Kind.UUID;
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.UUID, value.getMostSignificantBits() * 31 + value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
