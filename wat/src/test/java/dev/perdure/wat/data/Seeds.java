package dev.perdure.wat.data;

import java.util.function.Consumer;

/// Runs a property on many seeds. A failure names the seed; `-Dperdure.seed=N` replays just that
/// one.
final class Seeds {
  private static final String PROPERTY = "perdure.seed";

  private Seeds() {}

  static void check(int runs, Consumer<Gen> property) {
    var replayed = Long.getLong(PROPERTY);
    if (replayed != null) {
      run(replayed, property);
      return;
    }
    for (long seed = 1; seed <= runs; seed++) {
      run(seed, property);
    }
  }

  private static void run(long seed, Consumer<Gen> property) {
    try {
      property.accept(new Gen(seed));
    } catch (Throwable failure) {
      throw new AssertionError(
          "seed %d failed; replay: ./mvnw -pl wat -am test -D%s=%d".formatted(seed, PROPERTY, seed),
          failure);
    }
  }
}
