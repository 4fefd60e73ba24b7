package dev.perdure.bench;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;

/// The task that S1 measures: ten effects, each with an outcome that has to be on disk before the
/// next starts.
public final class TenSteps {
  static final int STEPS = 10;
  private final World world;

  /// An effect that does next to nothing.
  @Effect
  public interface World {
    /// Takes a step and returns its number.
    int step(int number);
  }

  public TenSteps(World world) {
    this.world = world;
  }

  @Routed
  public int tenSteps(int from) {
    int sum = from;
    for (int i = 0; i < STEPS; i++) {
      sum += world.step(i);
    }
    return sum;
  }
}
