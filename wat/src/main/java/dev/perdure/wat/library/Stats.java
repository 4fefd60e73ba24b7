package dev.perdure.wat.library;

import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;

/// Statistics of whole populations (W15.3). Sums run from the first element to the last.
public final class Stats {
  private Stats() {}

  /// `(mean xs)`; None of nothing.
  public static Variant mean(Vector xs) {
    return xs.isEmpty() ? Variant.NONE : Variant.some(average(xs));
  }

  private static double average(Vector xs) {
    double sum = 0;
    for (var x : xs) {
      sum += (Double) x;
    }
    return sum / xs.size();
  }

  /// `(variance xs)`: the mean of the squares of the distances from the mean; None of nothing.
  public static Variant variance(Vector xs) {
    return xs.isEmpty() ? Variant.NONE : Variant.some(squares(xs));
  }

  private static double squares(Vector xs) {
    double mean = average(xs);
    double sum = 0;
    for (var x : xs) {
      double distance = (Double) x - mean;
      sum += distance * distance;
    }
    return sum / xs.size();
  }

  /// `(stddev xs)`: the square root of the variance; None of nothing.
  public static Variant stddev(Vector xs) {
    return xs.isEmpty() ? Variant.NONE : Variant.some(StrictMath.sqrt(squares(xs)));
  }
}
