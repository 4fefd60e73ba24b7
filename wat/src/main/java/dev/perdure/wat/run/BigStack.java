package dev.perdure.wat.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs what may recur deeply on a thread with a stack for it. Memory is taken only as the stack
/// grows.
public final class BigStack {
  private static final long BYTES = 2L << 30;

  private BigStack() {}

  /// Begins a task on such a thread.
  public static Thread start(String name, Runnable task) {
    var thread = new Thread(null, task, name, BYTES);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /// The result of the task; what it throws is thrown.
  public static <T> T call(String name, Callable<T> task) {
    var future = new FutureTask<>(task);
    var thread = start(name, future);
    try {
      return future.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case RuntimeException cause -> cause;
        case Error cause -> throw cause;
        case null, default -> new IllegalStateException(e.getCause());
      };
    }
  }
}
