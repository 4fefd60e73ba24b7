package dev.perdure.node;

import dev.perdure.engine.EngineState;
import dev.perdure.log.Log;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The platform thread that drives a core's loop. Nobody else has a reference to the thread, so
/// nobody interrupts it.
final class Writer {
  private final Thread thread;
  private @Nullable Core core;
  private volatile boolean closing;
  private volatile @Nullable Throwable failure;
  private final Waiting waiting = new Waiting("perdure waiting");
  private Consumer<EngineState> parting = _ -> {};
  private int restless;

  Writer(String name) {
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /// Wakes the writer.
  void wake() {
    LockSupport.unpark(thread);
  }

  /// @param whenEnding given the state when nothing changes it any more, before the log is closed
  void start(Core toDrive, Consumer<EngineState> whenEnding) {
    core = toDrive;
    parting = whenEnding;
    waiting.start();
    thread.start();
  }

  /// Asks something of the writer and waits until it has completed the answer.
  ///
  /// @throws PerdureException `ENGINE_STOPPED` if the writer stops first; `CALL_INTERRUPTED`
  <T> T await(CompletableFuture<T> answer, Runnable ask) {
    return waiting.await(answer, ask);
  }

  /// Asks something of the writer and waits some time for the answer.
  ///
  /// @return empty if it did not come in time
  <T> Optional<T> await(CompletableFuture<T> answer, Runnable ask, Duration atMost) {
    return waiting.await(answer, ask, atMost);
  }

  private PerdureException stoppedProblem() {
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

  /// Ends the loop after a last turn and waits for it.
  void close() {
    closing = true;
    ThreadEnd.await(thread);
  }

  private void run() {
    var driven = Objects.requireNonNull(core);
    try {
      while (!closing) {
        rest(driven, driven.loop().turn());
      }
      boolean more = true;
      while (more) {
        more = driven.loop().turn();
      }
      driven.log().force();
      parting.accept(driven.state());
      driven.log().close();
    } catch (Throwable t) {
      failure = t;
      driven.attempts().haltAll();
      release(driven.log(), t);
    } finally {
      waiting.end(this::stoppedProblem);
    }
  }

  /// What cannot go on owns nothing.
  private static void release(Log log, Throwable because) {
    try {
      log.close();
    } catch (PerdureException e) {
      because.addSuppressed(e);
    }
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
    if (inputs.isEmpty() && !driven.loop().hasMore() && !closing) {
      LockSupport.parkNanos(driven.loop().restNanos(nap));
    }
    inputs.rest(InputQueue.Rest.NONE);
  }

  /// Naps in a row without anything new before the writer goes to sleep.
  private static final int NAPS = 3;
}
