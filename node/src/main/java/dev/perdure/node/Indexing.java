package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.index.Index;
import dev.perdure.index.IndexCode;
import dev.perdure.index.Lag;
import dev.perdure.log.Log;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The platform thread that keeps a node's index in step with its log. It reads the log by itself,
/// behind the writer, which does not know of it, and runs on processors that nobody else wants. As
/// even such a processor shares caches, memory and the disk with the others, it rests in between,
/// the more the faster the log grows meanwhile. If the index cannot be kept it says so and tries
/// again: no task notices.
final class Indexing implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger("perdure.index");

  private final Path directory;
  private final Log log;
  private final Clock clock;
  private final Thread thread;
  private volatile boolean closing;
  private final Queue<Awaited> awaited = new ConcurrentLinkedQueue<>();

  /// The first event that is not in the index; negative: it has not been opened yet.
  private volatile long next = -1;

  private volatile long inStepNanos = System.nanoTime();
  private volatile @Nullable Problem problem;

  /// Who waits until the index has all events before an offset.
  record Awaited(long offset, CompletableFuture<Boolean> there) {}

  private Indexing(Path directory, Log log, Clock clock) {
    this.directory = directory;
    this.log = log;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("perdure index").daemon().unstarted(this::run);
  }

  static Indexing start(Path directory, Log log, Clock clock) {
    var indexing = new Indexing(directory, log, clock);
    indexing.thread.start();
    return indexing;
  }

  Node.IndexFigures figures() {
    long has = Math.max(0, next);
    long events = Math.max(0, log.durable().value() - has);
    var lag = events == 0 ? Lag.NONE : new Lag(events, behindMillis());
    return new Node.IndexFigures(has, lag, problem);
  }

  /// For how long the index has been behind the log, if it is.
  long behindMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - inStepNanos);
  }

  /// Whether the index is open and has all events before an offset.
  boolean reached(long offset) {
    return next >= offset;
  }

  /// Tells who waits as soon as the index is as far, exceptionally if it cannot be kept.
  void tell(Awaited waiting) {
    awaited.add(waiting);
    LockSupport.unpark(thread);
  }

  void forget(Awaited waiting) {
    awaited.remove(waiting);
  }

  /// Also a node that is closed at once leaves its index in step.
  private void run() {
    IdleScheduling.ask();
    long retryMillis = Limits.INDEX_RETRY_MILLIS;
    do {
      try (var index = Index.open(directory, log, clock)) {
        came(index);
        while (!closing) {
          follow(index);
          retryMillis = Limits.INDEX_RETRY_MILLIS;
        }
        finish(index);
      } catch (PerdureException e) {
        failed(e.problem());
      } catch (RuntimeException | LinkageError e) {
        failed(unexpected(e));
      }
      rest(retryMillis);
      retryMillis = Math.min(2 * retryMillis, Limits.INDEX_RETRY_MILLIS_MAX);
    } while (!closing);
  }

  /// Goes to the end of the log, and rests there.
  private void follow(Index index) {
    long from = System.nanoTime();
    long end = log.durable().value();
    boolean any = index.advance();
    long applied = index.position().nextOffset() - next;
    came(index);
    problem = null;
    if (any) {
      giveWay(System.nanoTime() - from, log.durable().value() - end, applied);
    } else {
      inStepNanos = System.nanoTime();
      rest(Limits.INDEX_REST_MILLIS);
    }
  }

  private void came(Index index) {
    next = index.position().nextOffset();
    awaited.removeIf(waiting -> reached(waiting.offset()) && waiting.there().complete(true));
  }

  /// Rests after a transaction if the engine was at work meanwhile.
  ///
  /// @param nanos what the transaction took
  /// @param grown by how many events the log grew in that time
  /// @param applied how many events were applied
  private void giveWay(long nanos, long grown, long applied) {
    double busy = Math.clamp((double) grown / Math.max(1, applied), 0, 1);
    if (!closing) {
      LockSupport.parkNanos((long) (Limits.INDEX_RESTS_MAX * busy * nanos));
    }
  }

  /// Takes what the node has written last: whoever opens the directory next finds less to do.
  private static void finish(Index index) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Limits.INDEX_CLOSE_MILLIS_MAX);
    while (System.nanoTime() < end && index.advance()) {}
  }

  private void rest(long millis) {
    if (!closing) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
  }

  private void failed(Problem found) {
    if (!found.equals(problem)) {
      LOGGER.log(Logger.Level.WARNING, found.text());
    }
    problem = found;
    awaited.forEach(waiting -> waiting.there().completeExceptionally(found.exception()));
  }

  private static Problem unexpected(Throwable cause) {
    return Problem.of(
        IndexCode.INDEX_UNUSABLE,
        "the index cannot be kept: " + cause,
        "Tasks run without it; report this, and open the node without an index meanwhile");
  }

  /// Ends the thread, after it has come to the end of the log if that takes no long time.
  @Override
  public void close() {
    closing = true;
    ThreadEnd.await(thread);
  }
}
