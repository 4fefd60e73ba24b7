package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Input;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.ShadowReport;
import dev.perdure.engine.Shadows;
import dev.perdure.engine.StandIn;
import dev.perdure.engine.Universes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs candidates beside the tasks, on threads of its own, without the tasks noticing (E23): only
/// while the machine has CPU to spare, each on a budget. What does not fit is dropped and counted.
final class ShadowPool implements Shadows {
  /// A run that has not come back for so long never looked at its budget: it is stuck in a platform
  /// method.
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(10);

  /// How many stuck threads are replaced: each of them may keep a processor busy.
  private static final int STUCK_MAX = 2;

  /// Calls that may wait while the candidate's run is a slow one.
  private static final int BEHIND_SLOW_MAX = 32;

  private static final long BUSY_MILLIS = 50;
  private static final long GATHER_NANOS = 5_000_000;
  private static final long TELL_MILLIS = 1_000;

  private final ArrayBlockingQueue<StandIn> waiting =
      new ArrayBlockingQueue<>(Limits.SHADOWS_WAITING_MAX);
  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong unfinished = new AtomicLong();
  private final Supplier<Universes> universes;
  private final Clock clock;
  private final Consumer<Input> reports;
  private final ShadowLimits limits;
  private final CpuGauge gauge = CpuGauge.ofMachine(this::cpuNanos);
  private final Resting resting;
  private volatile boolean closed;
  private volatile long lookedForStuck = System.nanoTime();
  private final List<ShadowThread> threads = new CopyOnWriteArrayList<>();
  // Guarded by this.
  private final Map<ShadowCount.Key, Long> untold = new HashMap<>();
  private int started;
  private int stuck;

  /// @param universes inert and metered ones, for one run
  /// @param reports is given what was found
  ShadowPool(
      Supplier<Universes> universes, Clock clock, Consumer<Input> reports, ShadowLimits limits) {
    this.universes = universes;
    this.clock = clock;
    this.reports = reports;
    this.limits = limits;
    this.resting = new Resting(System::nanoTime, limits.restNanosMin());
  }

  /// A quarter of the processors, at least one.
  synchronized void start() {
    int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
    for (int i = 0; i < count; i++) {
      startThread();
    }
  }

  private synchronized void startThread() {
    var thread = new ShadowThread(this, limits, ++started);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /// No call is wanted of a candidate that was just stopped; nor, of one whose run has become a
  /// slow one, more than a few: they would only pile up behind that.
  @Override
  public boolean wants(ShadowCount.Key compared) {
    replaceStuck();
    boolean wanted =
        !closed
            && waiting.remainingCapacity() > 0
            && !resting.contains(compared.candidate())
            && (limits.neverWait()
                || waiting.size() < BEHIND_SLOW_MAX
                || threads.stream().noneMatch(t -> t.isSlowWith(compared.candidate())));
    if (!wanted) {
      drop(compared);
    }
    return wanted;
  }

  /// Takes a call to run the candidate of, if there is room.
  @Override
  public void offer(StandIn call) {
    long bytes = call.bytes();
    unfinished.incrementAndGet();
    boolean room = waitingBytes.addAndGet(bytes) <= Limits.SHADOWS_WAITING_BYTES_MAX;
    if (!room || closed || resting.contains(call.other()) || !waiting.offer(call)) {
      waitingBytes.addAndGet(-bytes);
      drop(call);
    }
  }

  private void drop(StandIn call) {
    drop(call.key());
    unfinished.decrementAndGet();
  }

  private void drop(ShadowCount.Key compared) {
    synchronized (this) {
      untold.merge(compared, 1L, Long::sum);
    }
    dropped.incrementAndGet();
  }

  /// Calls that were dropped in this node's life.
  long dropped() {
    return dropped.get();
  }

  /// Calls that wait or run.
  long unfinished() {
    return unfinished.get();
  }

  /// The same by what is compared: a moment's figures.
  Map<ShadowCount.Key, Long> unfinishedByKey() {
    var calls = new HashMap<ShadowCount.Key, Long>();
    waiting.forEach(call -> calls.merge(call.key(), 1L, Long::sum));
    for (var thread : threads) {
      var call = thread.call();
      if (call != null) {
        calls.merge(call.key(), 1L, Long::sum);
      }
    }
    return calls;
  }

  /// Ends the threads; what waits is dropped, and all that was dropped is told.
  void close() {
    closed = true;
    synchronized (this) {
      threads.forEach(this::stop);
    }
    for (var call = waiting.poll(); call != null; call = waiting.poll()) {
      drop(call);
    }
    tellDropped();
  }

  private void stop(ShadowThread thread) {
    thread.giveUp();
    var call = thread.takeCall();
    if (call != null) {
      drop(call);
    }
  }

  /// Threads that got stuck in this node's life.
  synchronized int stuck() {
    return stuck;
  }

  /// What a thread of this pool does.
  void work(ShadowThread thread) {
    try {
      while (!thread.givenUp()) {
        var call = next();
        if (call != null) {
          compare(call, thread);
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /// The next call to compare; null if there is none now.
  private @Nullable StandIn next() throws InterruptedException {
    tellDropped();
    if (!limits.neverWait() && gauge.others() >= limits.cpuMax()) {
      Thread.sleep(BUSY_MILLIS);
      return null;
    }
    var call = take();
    if (call == null) {
      return null;
    }
    waitingBytes.addAndGet(-call.bytes());
    if (resting.contains(call.other())) {
      drop(call);
      return null;
    }
    return call;
  }

  /// Whoever has to wait for a call waits a little longer for more of them: to be woken for each
  /// one would disturb the tasks just when they end.
  private @Nullable StandIn take() throws InterruptedException {
    var call = waiting.poll();
    if (call == null) {
      call = waiting.poll(TELL_MILLIS, TimeUnit.MILLISECONDS);
      LockSupport.parkNanos(GATHER_NANOS);
    }
    return call;
  }

  private void compare(StandIn call, ShadowThread thread) {
    var report = thread.onBudget(call, () -> run(call));
    if (thread.takeCall() == null) {
      return;
    }
    if (report.divergences().stream().anyMatch(d -> d.kind() == Divergence.Kind.STOPPED)) {
      resting.stopped(call.other());
    } else {
      resting.ended(call.other());
    }
    finish(call, report);
  }

  /// Whatever goes wrong is a finding about the candidate.
  private ShadowReport run(StandIn call) {
    try {
      return call.report(call.run(universes.get(), Extras.none()));
    } catch (RuntimeException | Error failed) {
      return call.stopped(failed.toString());
    }
  }

  private void finish(StandIn call, ShadowReport report) {
    reports.accept(
        new Input.FromTask(new Event.Shadowed(call.start().task(), report, clock.millis())));
    unfinished.decrementAndGet();
  }

  /// Lets go of threads that are stuck, now and then. On whichever thread offers a call.
  private void replaceStuck() {
    if (System.nanoTime() - lookedForStuck < TimeUnit.MILLISECONDS.toNanos(TELL_MILLIS)) {
      return;
    }
    synchronized (this) {
      lookedForStuck = System.nanoTime();
      threads.removeIf(thread -> !thread.isAlive());
      threads.stream().filter(this::isStuck).toList().forEach(this::replace);
    }
  }

  private boolean isStuck(ShadowThread thread) {
    return !thread.givenUp() && thread.runsFor(STUCK_NANOS);
  }

  private synchronized void replace(ShadowThread thread) {
    thread.giveUp();
    var call = thread.takeCall();
    if (call != null) {
      resting.lost(call.other());
      finish(call, call.stopped("did not come back from a platform method"));
    }
    stuck++;
    if (stuck <= STUCK_MAX) {
      startThread();
    }
  }

  private synchronized void tellDropped() {
    untold.forEach((key, calls) -> reports.accept(new Input.ShadowsDropped(key, calls)));
    untold.clear();
  }

  private synchronized long cpuNanos() {
    long sum = 0;
    for (var thread : threads) {
      sum += thread.cpuNanos();
    }
    return sum;
  }
}
