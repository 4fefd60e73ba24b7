package dev.perdure.bench;

import java.util.Locale;

/// Lines of figures: who, what work, which figure, value, unit, conditions, separated by tabs.
final class Figure {
  private Figure() {}

  static void print(
      String who, String work, String figure, double value, String unit, String conditions) {
    System.out.printf(
        Locale.ROOT, "%s\t%s\t%s\t%.4g\t%s\t%s%n", who, work, figure, value, unit, conditions);
  }

  /// By which power of the size a cost grows from each size to the next: 1 if it grows as the work
  /// does, 0 if it does not grow.
  ///
  /// @param costs of the whole work at each size, or of one piece of work at each size of what is
  ///   there already
  static void printGrowth(String work, String of, int[] sizes, double[] costs) {
    for (int i = 1; i < sizes.length; i++) {
      double exponent =
          Math.log(costs[i] / costs[i - 1]) / Math.log((double) sizes[i] / sizes[i - 1]);
      var figure = "growth_exponent_" + sizes[i - 1] + "_" + sizes[i];
      print("perdure", work, figure, exponent, "1", of);
    }
  }
}
