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
}
