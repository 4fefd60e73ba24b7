package dev.perdure.node;

import java.time.Duration;

/// What tasks that wait may take of the memory (E16).
///
/// @param idle how long all of a task waits for a sleep, another task or a message before its
///   attempt is suspended: its threads end, and it is replayed when the wait is over. 0 or more
/// @param warmBytes about the bytes that the states of such tasks may take; of the others only the
///   place of their history is kept
/// @param replays how many tasks that wake, or go on after a restart, are replayed at once; the
///   others begin a little later. 1 or more
public record MemoryLimits(Duration idle, long warmBytes, int replays) {
  /// A second, 64 MiB, and eight for each processor.
  public static MemoryLimits defaults() {
    return new MemoryLimits(
        Duration.ofSeconds(1),
        dev.perdure.engine.Limits.WARM_BYTES_MAX,
        8 * Runtime.getRuntime().availableProcessors());
  }

  /// The same with another time until an attempt is suspended.
  public MemoryLimits withIdle(Duration time) {
    return new MemoryLimits(time, warmBytes, replays);
  }

  /// The same with other bytes for the states of tasks that wait.
  public MemoryLimits withWarmBytes(long bytes) {
    return new MemoryLimits(idle, bytes, replays);
  }

  /// The same with another number of replays at once.
  public MemoryLimits withReplays(int most) {
    return new MemoryLimits(idle, warmBytes, most);
  }
}
