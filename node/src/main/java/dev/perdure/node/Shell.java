package dev.perdure.node;

import dev.perdure.engine.Action;

/// Does what the engine wants done. Called by the loop, on the writer's thread; must not block.
interface Shell {
  /// Does one action whose barrier has been reached.
  void act(Action action);

  /// Looks at what takes memory for nothing. Called once a turn.
  default void look(long nowMillis) {}

  /// Whether a look would begin something now.
  default boolean hasMore() {
    return false;
  }

  /// Whether there is more to begin already than is begun at once: sleeps end a little later then.
  default boolean crowded() {
    return false;
  }
}
