package dev.perdure.node;

import com.sun.management.ThreadMXBean;
import dev.perdure.engine.Unwinding;
import dev.perdure.java.link.Meter;
import dev.perdure.java.link.Unwind;
import dev.perdure.value.PerdureException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A thread that replays histories, each on a budget of CPU time and memory: their code may run for
/// ever.
final class GateThread extends Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Consumer<GateThread> body;
  private final AtomicReference<@Nullable Throwable> failure;
  private long cpuAtStart;
  private long bytesAtStart;

  private GateThread(
      String name, Consumer<GateThread> body, AtomicReference<@Nullable Throwable> failure) {
    super(name);
    this.body = body;
    this.failure = failure;
  }

  /// How many run side by side.
  static int count() {
    return Math.min(Runtime.getRuntime().availableProcessors(), Limits.GATE_THREADS_MAX);
  }

  /// A thread for a body that begins its replays itself. It keeps no program from ending.
  static GateThread of(String name, Runnable body) {
    var thread = new GateThread(name, _ -> body.run(), new AtomicReference<>());
    thread.setDaemon(true);
    return thread;
  }

  /// Runs `body` on as many threads as there are processors, and returns when all have ended. An
  /// interrupt of the caller is kept until then.
  static void runAll(Consumer<GateThread> body) {
    run("perdure deploy gate", count(), body);
  }

  /// Runs `body` on one thread, on a new budget, and returns when it has ended. An interrupt of the
  /// caller is kept until then.
  static void runOne(String name, Runnable body) {
    run(
        name,
        1,
        thread -> {
          thread.begin();
          body.run();
        });
  }

  private static void run(String name, int count, Consumer<GateThread> body) {
    var failure = new AtomicReference<@Nullable Throwable>();
    var threads = new ArrayList<GateThread>();
    for (int i = 0; i < count; i++) {
      threads.add(new GateThread(name + " " + i, body, failure));
    }
    threads.forEach(Thread::start);
    join(threads);
    switch (failure.get()) {
      case null -> {}
      case PerdureException problem -> throw problem;
      case Throwable other -> throw new IllegalStateException(name + " failed", other);
    }
  }

  private static void join(List<GateThread> threads) {
    var interrupted = false;
    for (var thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      body.accept(this);
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  /// A new replay begins, on a new budget. On this thread.
  void begin() {
    cpuAtStart = THREADS.getCurrentThreadCpuTime();
    bytesAtStart = THREADS.getCurrentThreadAllocatedBytes();
  }

  @Override
  protected void look() {
    long cpu = THREADS.getCurrentThreadCpuTime() - cpuAtStart;
    if (cpu > TimeUnit.MILLISECONDS.toNanos(Limits.GATE_RUN_MILLIS_MAX)) {
      throw over("ran for more than " + Limits.GATE_RUN_MILLIS_MAX + " ms");
    }
    allocating(0);
  }

  @Override
  protected void allocating(long bytes) {
    long used = THREADS.getCurrentThreadAllocatedBytes() - bytesAtStart;
    if (used + bytes > Limits.GATE_RUN_BYTES_MAX) {
      throw over("allocated more than " + Limits.GATE_RUN_BYTES_MAX + " bytes");
    }
  }

  private static Unwind over(String what) {
    return new Unwind(Unwinding.limit(what));
  }
}
