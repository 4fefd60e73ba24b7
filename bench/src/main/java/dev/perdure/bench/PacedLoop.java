package dev.perdure.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// Clients that each repeat one operation at a fixed rate. The time of an operation counts from
/// when it was due, so one that is late because the one before was slow counts as slow too.
final class PacedLoop {
  private PacedLoop() {}

  /// Runs the loop with virtual threads, each client a little later than the one before.
  static ClosedLoop.Result run(
      int clients, double perSecond, double seconds, ClosedLoop.Operation operation)
      throws InterruptedException {
    long period = (long) (clients * 1e9 / perSecond);
    int count = (int) (seconds * 1e9 / period);
    var times = new long[clients][count];
    long start = System.nanoTime();
    var threads = new ArrayList<Thread>();
    for (int c = 0; c < clients; c++) {
      long first = start + c * period / clients;
      var own = times[c];
      threads.add(Thread.ofVirtual().start(() -> repeat(own, first, period, operation)));
    }
    for (var thread : threads) {
      thread.join();
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    return new ClosedLoop.Result(
        elapsed, Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray());
  }

  private static void repeat(
      long[] times, long first, long period, ClosedLoop.Operation operation) {
    for (int i = 0; i < times.length; i++) {
      long due = first + i * period;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      try {
        operation.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      times[i] = System.nanoTime() - due;
    }
  }
}
