package dev.perdure.node;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The platform thread that drives a core's loop. Nobody else has a reference to the thread, so
/// nobody interrupts it.
final class Writer {
  private final Thread thread;
  private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
  private @Nullable Core core;
  private volatile boolean closing;
  private volatile @Nullable Throwable failure;
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private int restless;

  Writer(String name) {
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /// Wakes the writer.
  void wake() {
    LockSupport.unpark(thread);
  }

  void start(Core toDrive) {
    core = toDrive;
    thread.start();
  }

  /// Reads something of the state, on the writer's thread between two turns.
  ///
  /// @throws PerdureException `ENGINE_STOPPED` if the writer has stopped
  <T> T read(Function<Core, T> question) {
    var answer = new CompletableFuture<T>();
    errands.add(() -> answer(answer, question));
    var driven = Objects.requireNonNull(core);
    driven.inputs().wake();
    LockSupport.unpark(thread);
    return await(answer);
  }

  private <T> void answer(CompletableFuture<T> answer, Function<Core, T> question) {
    try {
      answer.complete(question.apply(Objects.requireNonNull(core)));
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  /// Waits for something that the writer completes.
  ///
  /// @throws PerdureException `ENGINE_STOPPED` if the writer stops first
  <T> T await(CompletableFuture<T> answer) {
    while (true) {
      try {
        return answer.get(LOOK_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (ended.isDone() && !answer.isDone()) {
          throw stopped();
        }
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
  }

  /// Who waits for an answer looks this often whether the writer is still there.
  private static final long LOOK_SECONDS = 1;

  private static PerdureException interrupted(InterruptedException e) {
    return Problem.of(
            NodeCode.CALL_INTERRUPTED,
            "the calling thread was interrupted while it waited for an answer",
            "Ask again: what was asked for may have been done, so use an idempotency key")
        .exception(e);
  }

  /// What is told to whoever calls a writer that has stopped.
  PerdureException stopped() {
    var cause = failure;
    if (cause == null) {
      return Problem.of(
              NodeCode.ENGINE_STOPPED,
              "the engine has been closed",
              "Open the data directory again")
          .exception();
    }
    return Problem.of(
            NodeCode.ENGINE_STOPPED,
            "the engine has stopped because it could not go on safely: " + cause.getMessage(),
            "Mend the cause, then open the data directory again; nothing acknowledged is lost")
        .exception(cause);
  }

  boolean isStopped() {
    return ended.isDone();
  }

  /// Ends the loop after a last turn and waits for it.
  void close() {
    closing = true;
    LockSupport.unpark(thread);
    ended.exceptionally(_ -> null).join();
  }

  private void run() {
    var driven = Objects.requireNonNull(core);
    try {
      while (!closing) {
        boolean any = driven.loop().turn();
        any |= runErrands();
        rest(driven, any);
      }
      while (driven.loop().turn()) {
        runErrands();
      }
      driven.log().close();
    } catch (Throwable t) {
      failure = t;
      driven.attempts().haltAll();
    } finally {
      ended.complete(null);
      runErrands();
    }
  }

  private boolean runErrands() {
    var now = new ArrayDeque<Runnable>();
    for (var errand = errands.poll(); errand != null; errand = errands.poll()) {
      now.add(errand);
    }
    now.forEach(Runnable::run);
    return !now.isEmpty();
  }

  /// Sleeps until something comes. After some naps without anything new it sleeps until it is woken
  /// or a timer is due.
  private void rest(Core driven, boolean any) {
    restless = any ? NAPS : Math.max(0, restless - 1);
    if (any) {
      return;
    }
    var inputs = driven.inputs();
    boolean nap = restless > 0;
    inputs.rest(nap ? InputQueue.Rest.NAP : InputQueue.Rest.SLEEP);
    if (inputs.isEmpty() && errands.isEmpty() && !closing) {
      LockSupport.parkNanos(driven.loop().restNanos(nap));
    }
    inputs.rest(InputQueue.Rest.NONE);
  }

  /// Naps in a row without anything new before the writer goes to sleep.
  private static final int NAPS = 3;
}
