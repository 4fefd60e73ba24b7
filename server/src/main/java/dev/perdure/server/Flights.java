package dev.perdure.server;

import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// The requests under way, so that a server that stops can let them end.
final class Flights {
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final long LOOK_NANOS = 1_000_000;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /// Notes that the calling thread answers a request, if only by saying that it will not.
  ///
  /// @throws dev.perdure.value.PerdureException `SERVER_STOPPING`
  void begin() {
    threads.add(Thread.currentThread());
    if (stopping) {
      throw Problem.of(
              ServerCode.SERVER_STOPPING,
              "the server is stopping",
              "Try again when it, or another one, has started; nothing was done")
          .exception();
    }
  }

  /// Notes that the calling thread has answered.
  void end() {
    threads.remove(Thread.currentThread());
  }

  /// Whether no more requests are taken, and streams shall end.
  boolean stopping() {
    return stopping;
  }

  /// Takes no more requests, waits until those under way have ended, and interrupts what takes
  /// longer: it is then answered that the server stops.
  void drain(Duration grace) {
    stopping = true;
    if (!ended(grace)) {
      threads.forEach(Thread::interrupt);
      ended(LAST_WORDS);
    }
  }

  private boolean ended(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!threads.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return threads.isEmpty();
  }
}
