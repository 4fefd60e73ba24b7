package dev.perdure.engine;

import java.util.HashMap;
import java.util.Map;

/// One object for all that are equal, of which there are few kinds and many copies. Confined to one
/// thread.
final class Shared<T> {
  private static final int KINDS_MAX = 10_000;

  private final Map<T, T> kinds = new HashMap<>();

  /// The one that is equal.
  T of(T copy) {
    if (kinds.size() >= KINDS_MAX) {
      kinds.clear();
    }
    return kinds.computeIfAbsent(copy, c -> c);
  }
}
