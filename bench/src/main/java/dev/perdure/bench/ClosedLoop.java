package dev.perdure.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Clients that each repeat one operation for a while, the next as soon as the last has ended.
final class ClosedLoop {
  private ClosedLoop() {}

  /// What a client repeats.
  @FunctionalInterface
  interface Operation {
    void run() throws Exception;
  }

  /// What was measured.
  ///
  /// @param seconds how long the loop ran
  /// @param sortedNanos the time of each operation, shortest first
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(double seconds, long[] sortedNanos) {
    /// Operations a second.
    double rate() {
      return sortedNanos.length / seconds;
    }

    /// The time that a share of the operations did not exceed, in microseconds.
    double micros(double share) {
      return sortedNanos[(int) Math.min(sortedNanos.length - 1, share * sortedNanos.length)] / 1e3;
    }
  }

  /// Runs the loop. One client is a platform thread, more are virtual ones.
  static Result run(int clients, double seconds, Operation operation) throws Exception {
    var times = new long[clients][];
    var failure = new AtomicReference<@Nullable Throwable>();
    var threads = new ArrayList<Thread>();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    for (int c = 0; c < clients; c++) {
      int client = c;
      Runnable body =
          () -> {
            try {
              times[client] = repeat(end, operation);
            } catch (Exception e) {
              failure.compareAndSet(null, e);
              times[client] = new long[0];
            }
          };
      threads.add(clients == 1 ? Thread.ofPlatform().start(body) : Thread.ofVirtual().start(body));
    }
    for (var thread : threads) {
      thread.join();
    }
    var failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException(failed);
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    var all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(elapsed, all);
  }

  private static long[] repeat(long end, Operation operation) throws Exception {
    var times = new long[1024];
    int count = 0;
    for (long from = System.nanoTime(); from < end; ) {
      operation.run();
      long to = System.nanoTime();
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = to - from;
      from = to;
    }
    return Arrays.copyOf(times, count);
  }
}
