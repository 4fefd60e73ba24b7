package dev.perdure.sim;

import dev.perdure.engine.Ids;
import dev.perdure.engine.TaskId;
import java.util.SplittableRandom;
import java.util.UUID;

/// Ids that follow from the seed. Task ids count up, over all lives.
final class SimIds implements Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final SplittableRandom random;
  private long tasks;

  SimIds(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public TaskId task() {
    tasks++;
    return new TaskId(tasks << 16 | VERSION_7, VARIANT | tasks);
  }

  @Override
  public UUID uuid() {
    return new UUID((bits() & 0xffff_ffff_ffff_0fffL) | 0x4000L, VARIANT | (bits() >>> 2));
  }

  @Override
  public long bits() {
    return random.nextLong();
  }
}
