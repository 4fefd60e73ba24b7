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

  /// The next number of a linear congruential generator.
  @Routed
  public int next(int value) {
    return value * 1_664_525 + 1_013_904_223;
  }
}
