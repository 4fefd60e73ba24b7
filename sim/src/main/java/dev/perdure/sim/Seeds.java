package dev.perdure.sim;

import java.util.Locale;

/// Runs many seeds, and says how to replay the first that fails.
public final class Seeds {
  private Seeds() {}

  /// Runs the seeds from `first` on and prints every failure: `Seeds FIRST COUNT`.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    long first = Long.parseLong(args[0]);
    long count = Long.parseLong(args[1]);
    var coverage = new Coverage();
    long began = System.nanoTime();
    int failed = 0;
    for (long seed = first; seed < first + count && failed < 12; seed++) {
      try {
        if (seed % 500 == 0) {
          System.out.println(
              "at " + seed + " after " + (System.nanoTime() - began) / 1_000_000 + " ms");
        }
        coverage.addAll(new Simulation(seed, Trace.none()).run());
      } catch (Violation | RuntimeException violation) {
        failed++;
        var text = String.valueOf(violation);
        System.out.println(seed + ": " + text.substring(0, Math.min(700, text.length())));
        if (violation.getCause() != null && failed < 4) {
          violation.getCause().printStackTrace(System.out);
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.println(coverage.table());
    System.out.println(String.format(Locale.ROOT, "%.1f s, %d failed", seconds, failed));
  }
}
