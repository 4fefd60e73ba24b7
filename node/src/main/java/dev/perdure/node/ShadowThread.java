package dev.perdure.node;

import com.sun.management.ThreadMXBean;
import dev.perdure.engine.StandIn;
import dev.perdure.engine.Unwinding;
import dev.perdure.engine.Version;
import dev.perdure.java.link.Meter;
import dev.perdure.java.link.Unwind;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A thread that runs candidates, each on a budget of CPU time and memory. A run that takes longer
/// than most goes on at a quarter of the speed, so that even one without end leaves the processors
/// to the tasks. Where the system lets it, all of this happens on processors that are idle.
final class ShadowThread extends Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// How long a run may go on at full speed.
  private static final long FULL_SPEED_NANOS = 10_000_000;

  private static final long SLICE_NANOS = 2_000_000;
  private static final long PAUSE_NANOS = 3 * SLICE_NANOS;

  private final ShadowPool pool;
  private final ShadowLimits limits;
  private boolean placed;
  private boolean running;
  private long cpuAtStart;
  private long bytesAtStart;
  private long sliceEnd;
  private final AtomicReference<@Nullable Run> run = new AtomicReference<>();
  private volatile boolean givenUp;

  private record Run(StandIn call, long sinceNanos) {}

  ShadowThread(ShadowPool pool, ShadowLimits limits, int number) {
    super("perdure shadows " + number);
    this.pool = pool;
    this.limits = limits;
    this.placed = limits.neverWait();
  }

  @Override
  public void run() {
    pool.work(this);
  }

  /// Runs `body` for a call, on a new budget. On this thread.
  <T> T onBudget(StandIn call, Supplier<T> body) {
    if (!placed) {
      placed = true;
      IdleScheduling.ask();
    }
    cpuAtStart = THREADS.getCurrentThreadCpuTime();
    bytesAtStart = THREADS.getCurrentThreadAllocatedBytes();
    sliceEnd = System.nanoTime() + FULL_SPEED_NANOS;
    run.set(new Run(call, System.nanoTime()));
    running = true;
    try {
      return body.get();
    } finally {
      running = false;
    }
  }

  /// The call that ran on this thread or still does, for the one who asks first: nobody else
  /// reports what came of it. Null if there is none.
  @Nullable StandIn takeCall() {
    var taken = run.getAndSet(null);
    return taken == null ? null : taken.call();
  }

  /// The call that runs on this thread; null if none does.
  @Nullable StandIn call() {
    var now = run.get();
    return now == null ? null : now.call();
  }

  /// Whether one run has gone on for this long, by the clock.
  boolean runsFor(long nanos) {
    var now = run.get();
    return now != null && System.nanoTime() - now.sinceNanos() > nanos;
  }

  /// Whether it runs the candidate, and has for longer than a run may go on at full speed.
  boolean isSlowWith(Version candidate) {
    var now = run.get();
    return now != null
        && now.call().other().equals(candidate)
        && System.nanoTime() - now.sinceNanos() > FULL_SPEED_NANOS;
  }

  /// Nobody waits for this thread any more: it ends when it comes back.
  void giveUp() {
    givenUp = true;
    interrupt();
  }

  boolean givenUp() {
    return givenUp;
  }

  /// CPU time taken so far, in nanoseconds. From any thread.
  long cpuNanos() {
    return Math.max(0, THREADS.getThreadCpuTime(threadId()));
  }

  @Override
  protected void look() {
    if (running) {
      if (System.nanoTime() - sliceEnd >= 0) {
        endSlice();
      }
      allocating(0);
    }
  }

  private void endSlice() {
    if (givenUp) {
      throw new Unwind(Unwinding.because(Unwinding.Reason.HALTED));
    }
    if (THREADS.getCurrentThreadCpuTime() - cpuAtStart > limits.runNanosMax()) {
      throw over("ran for more than " + limits.runMillisMax() + " ms");
    }
    LockSupport.parkNanos(PAUSE_NANOS);
    sliceEnd = System.nanoTime() + SLICE_NANOS;
  }

  @Override
  protected void allocating(long bytes) {
    if (running) {
      long used = THREADS.getCurrentThreadAllocatedBytes() - bytesAtStart;
      if (used + bytes > limits.runBytesMax()) {
        throw over("allocated more than " + limits.runBytesMax() + " bytes");
      }
    }
  }

  private static Unwind over(String what) {
    return new Unwind(Unwinding.limit(what));
  }
}
