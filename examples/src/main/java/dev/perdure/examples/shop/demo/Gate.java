package dev.perdure.examples.shop.demo;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps threads back while it is closed. For many threads.
final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;
  private int passing;

  /// Keeps back who passes from now on.
  void close() {
    change(() -> closed = true);
  }

  /// Lets everybody go.
  void open() {
    change(() -> closed = false);
  }

  /// Returns at once if the gate is open, else when it opens.
  void pass() {
    lock.lock();
    try {
      passing++;
      changed.signalAll();
      while (closed) {
        changed.awaitUninterruptibly();
      }
      passing--;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until so many are kept back.
  void awaitHeld(int count) {
    lock.lock();
    try {
      while (!closed || passing < count) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
