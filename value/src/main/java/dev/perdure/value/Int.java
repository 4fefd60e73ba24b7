package dev.perdure.value;

import org.jspecify.annotations.Nullable;

/// An integer of 64 bits, such as `42`.
public record Int(long value) implements Value {
  private static final int SHARED_MIN = -128;
  private static final int SHARED_MAX = 1023;
  private static final Int[] SHARED = shared();

  /// The integer; small ones are shared instances.
  public static Int of(long value) {
    return value >= SHARED_MIN && value <= SHARED_MAX
        ? SHARED[(int) value - SHARED_MIN]
        : new Int(value);
  }

  private static Int[] shared() {
    var ints = new Int[SHARED_MAX - SHARED_MIN + 1];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = new Int(i + SHARED_MIN);
    }
    return ints;
  }

  @Override
  public Kind kind() {
    return Kind.INT;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Int that && value == that.value;
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.INT, value);
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
