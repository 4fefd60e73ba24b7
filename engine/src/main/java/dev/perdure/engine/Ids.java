package dev.perdure.engine;

import java.util.UUID;

/// Where ids and random numbers come from. Safe for use by several threads.
public interface Ids {
  /// An id for a new task, greater than those made before.
  TaskId task();

  /// A random UUID, for user code.
  UUID uuid();

  /// 64 random bits, for user code.
  long bits();
}
