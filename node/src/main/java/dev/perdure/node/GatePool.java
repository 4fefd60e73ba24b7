package dev.perdure.node;

import dev.perdure.engine.Universes;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Threads for rehearsals, each of which gets a budget of CPU time and memory ([GateThread]). They
/// are there as long as there is something to do.
final class GatePool implements Rehearsals, AutoCloseable {
  private static final int IDLE_SECONDS_MAX = 10;

  private final Universes universes;
  private final ThreadPoolExecutor threads;

  /// @param universes whose code looks at its budget
  GatePool(Universes universes) {
    this.universes = universes;
    this.threads =
        new ThreadPoolExecutor(
            GateThread.count(),
            GateThread.count(),
            IDLE_SECONDS_MAX,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            body -> GateThread.of("perdure rehearsal", body));
    threads.allowCoreThreadTimeOut(true);
  }

  /// What comes after [#close] is dropped: the node that opens the log next knows nothing of it.
  @Override
  public void run(Consumer<Universes> rehearsal) {
    try {
      threads.execute(() -> {
        ((GateThread) Thread.currentThread()).begin();
        rehearsal.accept(universes);
      });
    } catch (RejectedExecutionException closed) {
      // nobody waits for it any more
    }
  }

  /// Rehearsals under way end within their budget.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
