package dev.perdure.sim.plant;

/// Prints at which seed each planted bug is found: `PlantRun SEEDS_MAX`.
public final class PlantRun {
  private PlantRun() {}

  /// Prints a table for docs/internals/simulation.md.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    long max = Long.parseLong(args[0]);
    for (var plant : Plants.all()) {
      var world = new PlantingLoader(plant);
      long seed = 1;
      var found = world.run(seed);
      while (found.isEmpty() && seed < max) {
        found = world.run(++seed);
      }
      var rule = found.isEmpty() ? "not found" : found;
      System.out.println("| " + plant.name() + " | " + seed + " | " + rule + " |");
    }
  }
}
