package dev.perdure.node;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/// How many attempts run what is in their histories at once (E16). When a million tasks are due at
/// one moment, or go on when a directory is opened, they do so one after the other: a replay only
/// computes, so more of them at once gain nothing and take memory.
///
/// The queue belongs to the writer's thread; attempts report from any thread.
final class Replays<T> {
  private final int most;
  private final Runnable waker;
  private final Queue<T> waiting = new ArrayDeque<>();
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean anyWaiting;

  /// @param waker wakes the writer
  Replays(int most, Runnable waker) {
    this.most = most;
    this.waker = waker;
  }

  /// Whether one more may begin now; it then counts. Else it is told of by [#next] later.
  boolean admit(T attempt) {
    if (running.get() < most) {
      running.incrementAndGet();
      return true;
    }
    waiting.add(attempt);
    anyWaiting = true;
    return false;
  }

  /// One has come to the end of its history, or ended.
  void over() {
    running.decrementAndGet();
    if (anyWaiting) {
      waker.run();
    }
  }

  /// Whether one that waits may begin now.
  boolean hasNext() {
    return !waiting.isEmpty() && running.get() < most;
  }

  /// The one that has waited longest, which begins and counts.
  T next() {
    running.incrementAndGet();
    var first = waiting.remove();
    anyWaiting = !waiting.isEmpty();
    return first;
  }

  /// Whether some wait: nothing more should be woken that need not be.
  boolean crowded() {
    return !waiting.isEmpty();
  }
}
