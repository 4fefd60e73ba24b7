package dev.perdure.node;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Those who wait for answers from others, who may stop before they have given them. Safe for use
/// by many threads.
///
/// Of those who wait only for some time nearly all have their answer long before. So none of them
/// sets a timer, which costs two switches of threads: one thread looks at all of them now and then.
final class Waiting {
  private static final long LOOK_NANOS = 10_000_000;

  /// Looks in a row at nobody before the thread sleeps until somebody comes.
  private static final int IDLE_LOOKS_MAX = 50;

  private final Set<CompletableFuture<?>> answers = ConcurrentHashMap.newKeySet();
  private final Set<Bounded<?>> bounded = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean asleep;
  private volatile @Nullable Supplier<PerdureException> ended;

  Waiting(String name) {
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /// Somebody who waits for some time.
  private record Bounded<T>(CompletableFuture<Optional<T>> answer, long fromNanos, long nanos) {
    void look(long nowNanos) {
      if (nowNanos - fromNanos >= nanos) {
        answer.complete(Optional.empty());
      }
    }
  }

  /// To be called once, before anybody waits.
  void start() {
    thread.start();
  }

  /// Asks something and waits until the answer is completed.
  ///
  /// @throws PerdureException why there will be no answer; `CALL_INTERRUPTED`
  @SuppressWarnings("CollectionUndefinedEquality") // futures are told apart by identity
  <T> T await(CompletableFuture<T> answer, Runnable ask) {
    answers.add(answer);
    try {
      return asked(answer, ask);
    } finally {
      answers.remove(answer);
    }
  }

  /// Asks something and waits some time for the answer, perhaps 10 ms longer. It may still come
  /// afterwards.
  ///
  /// @return empty if it did not come in time
  /// @throws PerdureException why there will be no answer; `CALL_INTERRUPTED`
  <T> Optional<T> await(CompletableFuture<T> answer, Runnable ask, Duration atMost) {
    var one =
        new Bounded<>(
            answer.thenApply(Optional::of),
            System.nanoTime(),
            TimeUnit.NANOSECONDS.convert(atMost));
    try {
      return await(
          one.answer(),
          () -> {
            ask.run();
            watch(one);
          });
    } finally {
      bounded.remove(one);
    }
  }

  private void watch(Bounded<?> one) {
    if (one.nanos() <= 0) {
      one.look(one.fromNanos());
      return;
    }
    bounded.add(one);
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  private <T> T asked(CompletableFuture<T> answer, Runnable ask) {
    throwIfEnded();
    ask.run();
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void throwIfEnded() {
    var why = ended;
    if (why != null) {
      throw why.get();
    }
  }

  private static PerdureException interrupted(InterruptedException e) {
    return Problem.of(
            NodeCode.CALL_INTERRUPTED,
            "the calling thread was interrupted while it waited for an answer",
            "Ask again: what was asked for may have been done, so use an idempotency key")
        .exception(e);
  }

  /// Nobody will be answered any more.
  void end(Supplier<PerdureException> why) {
    ended = why;
    answers.forEach(answer -> answer.completeExceptionally(why.get()));
    LockSupport.unpark(thread);
  }

  /// Whether nobody is looked at until somebody comes.
  boolean sleeps() {
    return asleep;
  }

  private void run() {
    int idleLooks = 0;
    while (ended == null) {
      idleLooks = bounded.isEmpty() ? idleLooks + 1 : 0;
      if (idleLooks > IDLE_LOOKS_MAX) {
        sleep();
        idleLooks = 0;
      } else {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      long now = System.nanoTime();
      bounded.forEach(one -> one.look(now));
    }
  }

  /// Whoever comes looks whether it sleeps after they have come.
  private void sleep() {
    asleep = true;
    if (bounded.isEmpty() && ended == null) {
      LockSupport.park();
    }
    asleep = false;
  }
}
