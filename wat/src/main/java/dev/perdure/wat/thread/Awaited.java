package dev.perdure.wat.thread;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What threads wait for: when it changes, they ask again. Confined to the thread that runs the
/// program.
abstract class Awaited {
  private final SequencedSet<Fiber> waiting = new LinkedHashSet<>();

  /// A thread waits for it, behind those that do.
  void add(Fiber fiber) {
    waiting.add(fiber);
  }

  /// A thread waits for it no longer.
  void remove(Fiber fiber) {
    waiting.remove(fiber);
  }

  /// Whether a thread waits for it.
  boolean isAwaited() {
    return !waiting.isEmpty();
  }

  /// It has changed: whoever waits may go on, in the order in which they came.
  void changed() {
    List.copyOf(waiting).forEach(Fiber::wake);
  }
}
