package dev.perdure.node;

import dev.perdure.engine.Change;
import dev.perdure.engine.Clock;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Input;
import dev.perdure.engine.TaskId;
import dev.perdure.log.CompactionReport;
import dev.perdure.log.Log;
import dev.perdure.log.Offset;
import dev.perdure.log.StreamKey;
import dev.perdure.value.PerdureException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Forgets tasks that ended long ago and gives back the space of their histories (E4).
///
/// Forgetting is a decision of the engine, in the log like all others; from then on nobody asks for
/// these tasks. What the log may drop is said by a state that was folded from it for a new
/// snapshot: every stream whose task that state does not know. So a crash between the two leaves
/// nothing to be undone, and the next pass goes on.
final class Retention {
  private static final Logger LOGGER = System.getLogger("perdure.retention");
  private static final Change AUTOMATIC = new Change("retention", "");

  private final Log log;
  private final Clock clock;
  private final Asking engine;
  private final Folds folds;
  private final @Nullable NodeIndex index;
  private final ReentrantLock files = new ReentrantLock();
  private final Thread thread =
      Thread.ofPlatform().name("perdure retention").daemon().unstarted(this::run);
  private @Nullable Duration retain;

  /// Below it a pass of this life has looked at every file: one before may have been cut short.
  private long compactedBelow;

  private volatile boolean closing;

  /// Where states come from that nobody else uses.
  @FunctionalInterface
  interface Folds {
    /// Does something with what the log folds to that is durable, which is the newest snapshot
    /// then, if there are any. Nothing else is folded meanwhile.
    CompactionReport with(Function<EngineState, CompactionReport> work);
  }

  Retention(Log log, Clock clock, Asking engine, Folds folds, @Nullable NodeIndex index) {
    this.log = log;
    this.clock = clock;
    this.engine = engine;
    this.folds = folds;
    this.index = index;
  }

  /// Forgets and compacts from now on, now and then.
  ///
  /// @param after tasks are forgotten when they have been over for so long
  void start(Duration after) {
    retain = after;
    thread.start();
  }

  private void run() {
    IdleScheduling.ask();
    var after = retain;
    if (after == null) {
      return;
    }
    long pause =
        Math.clamp(
            after.toMillis() / Limits.RETENTION_PASSES,
            Limits.RETENTION_PAUSE_MILLIS_MIN,
            Limits.RETENTION_PAUSE_MILLIS_MAX);
    rest(Math.min(pause, Limits.RETENTION_BEGIN_MILLIS));
    while (!closing) {
      try {
        pass(after, AUTOMATIC);
      } catch (PerdureException e) {
        failed(e);
      }
      rest(pause);
    }
  }

  private void rest(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!closing && System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private void failed(PerdureException e) {
    if (!closing) {
      LOGGER.log(
          Logger.Level.WARNING,
          "tasks that ended long ago take up space for some time longer: {0}",
          e.getMessage());
    }
  }

  /// Forgets the tasks that have been over for some time, and compacts the log if there were any.
  ///
  /// @throws PerdureException `LOG_WRITE_FAILED` if the disk is full; nothing is lost
  Node.Compacted pass(Duration after, Change change) {
    files.lock();
    try {
      long now = engine.read(state -> state.lastOffset() + 1);
      long before = engine.<Long>read(state -> state.endedBelow(now));
      forget(clock.millis() - after.toMillis(), change);
      long forgotten = before - engine.<Long>read(state -> state.endedBelow(now));
      var done = compact();
      return new Node.Compacted(forgotten, done.segments(), done.records(), done.bytes());
    } finally {
      files.unlock();
    }
  }

  private void forget(long endedByMillis, Change change) {
    long below = -1;
    for (long next = forgottenBelow(); next > below && !closing; next = forgottenBelow()) {
      below = next;
      engine.done(r -> new Input.Forget(r, endedByMillis, change));
    }
  }

  private long forgottenBelow() {
    return engine.read(EngineState::forgottenBelow);
  }

  private CompactionReport compact() {
    long below = forgottenBelow();
    if (below <= compactedBelow) {
      return new CompactionReport(0, 0, 0);
    }
    var done = folds.with(this::compact);
    compactedBelow = closing ? compactedBelow : below;
    return done;
  }

  private CompactionReport compact(EngineState state) {
    if (index != null) {
      index.reachIfPossible(state.forgottenBelow() + 1);
    }
    return log.compact(
        new Offset(state.forgottenBelow()), stream -> isGone(state, stream), () -> !closing);
  }

  private static boolean isGone(EngineState state, StreamKey stream) {
    return !state.knows(new TaskId(stream.high(), stream.low()));
  }

  /// Does something while the files of the log are only appended to.
  <T> T undisturbed(Supplier<T> work) {
    files.lock();
    try {
      return work.get();
    } finally {
      files.unlock();
    }
  }

  /// Ends the thread, and a pass that is under way.
  void stop() {
    closing = true;
    ThreadEnd.await(thread);
    var _ = undisturbed(() -> closing); // waits for one that somebody asked for
  }
}
