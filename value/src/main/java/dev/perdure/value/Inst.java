package dev.perdure.value;

import java.time.Instant;
import java.util.Objects;

/// A point in time, to the nanosecond, such as `#inst "2026-01-31T08:30:00Z"`.
public record Inst(Instant value) implements Value {
  public Inst {
    Objects.requireNonNull(value);
  }

  @Override
  public Kind kind() {
    return Kind.INST;
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.INST, value.getEpochSecond() * 1_000_000_000 + value.getNano());
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
