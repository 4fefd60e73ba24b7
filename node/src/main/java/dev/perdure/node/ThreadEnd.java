package dev.perdure.node;

import java.util.concurrent.locks.LockSupport;

/// The end of a thread that has been told to stop.
final class ThreadEnd {
  private ThreadEnd() {}

  /// Wakes the thread and waits until it has ended, also if the caller is interrupted: that shows
  /// afterwards.
  static void await(Thread thread) {
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
