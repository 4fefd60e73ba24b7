package dev.perdure.sim;

/// Replays one seed: `Simulate --seed S [--trace]`.
public final class Simulate {
  private Simulate() {}

  /// Runs the seed and prints what it came to.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    long seed = 1;
    boolean traced = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--seed" -> seed = Long.parseLong(args[++i]);
        case "--trace" -> traced = true;
        default -> throw new IllegalArgumentException("usage: Simulate --seed S [--trace]");
      }
    }
    var trace = traced ? Trace.to(System.out::println) : Trace.none();
    var coverage = new Simulation(seed, trace).run();
    System.out.println(coverage.table());
  }
}
