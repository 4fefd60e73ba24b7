package dev.perdure.wat.start;

import java.time.Duration;

/// How time passes while a program has nothing to do. Threads may share one.
public interface Sleeper {
  /// Waits for so long; less if it was told to [#wake].
  void sleep(Duration duration);

  /// Ends the sleep, this one or the next; from any thread.
  void wake();

  /// In the time of the machine.
  static Sleeper system() {
    return new Sleeper() {
      private boolean isWoken;

      @Override
      public synchronized void sleep(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        try {
          long left = duration.toNanos();
          while (left > 0 && !isWoken) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = until - System.nanoTime();
          }
          isWoken = false;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public synchronized void wake() {
        isWoken = true;
        notifyAll();
      }
    };
  }
}
