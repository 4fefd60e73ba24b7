package dev.perdure.bench;

import dev.perdure.api.Routed;

/// Two functions that S4 measures: one calls the other, each call needing the result of the one
/// before. Frozen, the call between them is routed; as it is, it is a call of Java.
public final class Calls {
  public Calls() {}

  @Routed
  public int chain(int times) {
    int value = 1;
    for (int i = 0; i < times; i++) {
      value = next(value);
    }
    return value;
  }

  /// A few instructions that no compiler draws together over several calls, as it would a
  /// multiplication and an addition.
  @Routed
  public int next(int value) {
    return (value ^ value >>> 15) * 0x2c1b3c6d;
  }
}
