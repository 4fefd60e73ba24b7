package dev.perdure.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.sim.plant.Plant;
import dev.perdure.sim.plant.PlantingLoader;
import dev.perdure.sim.plant.Plants;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every planted bug is found: the checkers have teeth.
@Execution(ExecutionMode.CONCURRENT)
class PlantTest {
  private static final long SEEDS_MAX = 1_500;

  static Stream<Plant> plants() {
    return Plants.all().stream();
  }

  @ParameterizedTest
  @MethodSource("plants")
  void aPlantedBugIsFound(Plant plant) {
    var world = new PlantingLoader(plant);
    for (long seed = 1; seed <= SEEDS_MAX; seed++) {
      var found = world.run(seed);
      if (!found.isEmpty()) {
        System.out.println("| " + plant.name() + " | " + seed + " | " + found + " |");
        return;
      }
    }
    assertThat(plant.name()).as("found within " + SEEDS_MAX + " seeds").isNull();
  }
}
