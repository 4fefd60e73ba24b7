package dev.perdure.index;

import java.time.Duration;

/// What a query may take.
///
/// @param rowsMax rows of the answer; more are left out
/// @param time after which it is stopped
public record QueryLimits(int rowsMax, Duration time) {
  public QueryLimits {
    if (rowsMax < 0 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("out of range: " + rowsMax + " rows, " + time);
    }
  }

  /// A thousand rows, ten seconds.
  public static QueryLimits defaults() {
    return new QueryLimits(1_000, Duration.ofSeconds(10));
  }
}
