package dev.perdure.testkit;

import dev.perdure.node.Threads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Virtual threads of which it is known how many run: those that wait for the engine do not, those
/// that perform an effect do.
final class CountedThreads implements Threads {
  private final Threads threads = Threads.virtual();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong begun = new AtomicLong();
  private final ConcurrentMap<Thread, Counted> waiting = new ConcurrentHashMap<>();

  /// Whether every thread of every task waits for the engine.
  boolean quiet() {
    return running.get() == 0;
  }

  /// How often a thread has begun to run so far. If it is the same as it was, none has meanwhile.
  long begun() {
    return begun.get();
  }

  private void oneMore() {
    begun.incrementAndGet();
    running.incrementAndGet();
  }

  @Override
  public void start(String name, Runnable body) {
    oneMore();
    threads.start(
        name,
        () -> {
          try {
            body.run();
          } finally {
            waiting.remove(Thread.currentThread());
            running.decrementAndGet();
          }
        });
  }

  @Override
  public Parked current() {
    return waiting.computeIfAbsent(Thread.currentThread(), _ -> new Counted(threads.current()));
  }

  @Override
  public void park() {
    var self = (Counted) current();
    if (self.rest()) {
      threads.park();
      self.goOn();
    }
  }

  @Override
  public void pause() {
    threads.pause();
  }

  /// A thread that counts as running from the moment at which it is woken: before it runs. What is
  /// in it is guarded by its monitor.
  private final class Counted implements Parked {
    private final Parked thread;
    private boolean woken;
    private boolean resting;

    Counted(Parked thread) {
      this.thread = thread;
    }

    /// On the thread, which is about to wait; false if it was woken already.
    synchronized boolean rest() {
      resting = !woken;
      woken = false;
      if (resting) {
        running.decrementAndGet();
      }
      return resting;
    }

    /// On the thread, which waits no longer.
    synchronized void goOn() {
      woken = false;
      count();
    }

    private void count() {
      if (resting) {
        resting = false;
        oneMore();
      }
    }

    @Override
    public void unpark() {
      synchronized (this) {
        woken = true;
        count();
      }
      thread.unpark();
    }

    @Override
    public void interrupt() {
      synchronized (this) {
        count();
      }
      thread.interrupt();
    }
  }
}
