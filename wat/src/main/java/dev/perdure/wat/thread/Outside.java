package dev.perdure.wat.thread;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// An operation that waits for something outside the program, on a thread of the JVM of its own,
/// while the other threads of the program go on.
final class Outside {
  private final FutureTask<Object> task;
  private final Thread thread;

  private Outside(Callable<Object> operation, Runnable arrived) {
    task =
        new FutureTask<>(operation) {
          @Override
          protected void done() {
            arrived.run();
          }
        };
    thread = Thread.ofVirtual().name("wat-outside").unstarted(task);
  }

  /// Begins one.
  ///
  /// @param arrived is called when it has ended, on another thread
  static Outside begin(Callable<Object> operation, Runnable arrived) {
    var outside = new Outside(operation, arrived);
    outside.thread.start();
    return outside;
  }

  boolean hasEnded() {
    return task.isDone();
  }

  /// What it gave; what it threw is thrown. It must have ended.
  Object result() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case RuntimeException cause -> cause;
        case Error cause -> throw cause;
        case null, default -> new IllegalStateException(e.getCause());
      };
    } catch (InterruptedException e) {
      throw new IllegalStateException("it has ended", e);
    }
  }

  /// Nobody waits for it any more.
  void leave() {
    thread.interrupt();
  }
}
