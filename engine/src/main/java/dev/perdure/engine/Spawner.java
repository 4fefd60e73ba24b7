package dev.perdure.engine;

import java.util.List;

/// Runs the branches of a fork.
@FunctionalInterface
public interface Spawner {

  /// Runs all of `bodies` side by side, or one after the other where each ends by itself; returns
  /// when all have ended. The bodies throw nothing.
  void runAll(List<Runnable> bodies);

  /// One after the other on the calling thread: for replays, in which nothing waits for anything.
  static Spawner inOrder() {
    return bodies -> bodies.forEach(Runnable::run);
  }
}
