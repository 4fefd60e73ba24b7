package dev.perdure.engine;

import dev.perdure.value.Problem;

/// When a policy gives its candidate up by itself: more than a share of what was counted was bad
/// (E24). Before there are `atLeast`, the share is taken of that many, so that one failure at the
/// beginning is not taken for all.
///
/// @param percent how many of a hundred may be bad, 0 to less than 100
/// @param atLeast of how many, 1 or more
public record Threshold(double percent, int atLeast) {
  /// Of how many, unless somebody says so.
  public static final int AT_LEAST = 20;

  public Threshold {
    if (!(percent >= 0 && percent < 100)) {
      throw Problem.of(
              EngineCode.BAD_PERCENT,
              percent + " is no threshold",
              "Give a percentage from 0 to less than 100, such as 5 or 0.5")
          .exception();
    }
    if (atLeast < 1) {
      throw Problem.of(
              EngineCode.BAD_ROUTE,
              "a threshold of at least " + atLeast + " is none",
              "Give a number of 1 or more")
          .exception();
    }
  }

  /// Whether it is crossed.
  ///
  /// @param bad how many of `all`
  boolean crossed(long bad, long all) {
    return bad * 100.0 > percent * Math.max(all, atLeast);
  }
}
