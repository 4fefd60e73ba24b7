package dev.perdure.sim;

/// Runs a seed for somebody who shares no class with it.
public final class Probe {
  private Probe() {}

  /// What the seed found wrong; empty if nothing.
  public static String run(long seed) {
    try {
      new Simulation(seed, Trace.none()).run();
      return "";
    } catch (Violation violation) {
      return violation.rule();
    } catch (RuntimeException stopped) {
      return "engine stopped";
    }
  }
}
