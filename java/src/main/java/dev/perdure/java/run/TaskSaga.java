package dev.perdure.java.run;

import dev.perdure.api.Saga;
import dev.perdure.java.link.Unwind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The steps taken so far of one saga, newest first.
final class TaskSaga implements Saga {
  private final Deque<Runnable> compensations = new ArrayDeque<>();

  private TaskSaga() {}

  /// Runs the body; if it throws, runs the compensations of its steps, newest first, all of them,
  /// and throws the same. What ends the attempt passes: its next attempt comes here again.
  static <R> R run(Function<? super Saga, ? extends R> body) {
    var saga = new TaskSaga();
    try {
      return body.apply(saga);
    } catch (Unwind | VirtualMachineError ofTheAttempt) {
      throw ofTheAttempt;
    } catch (Throwable failed) {
      saga.compensate(failed);
      throw failed;
    }
  }

  @Override
  public <R> R step(Supplier<? extends R> action, Consumer<? super R> compensation) {
    R result = action.get();
    compensations.push(() -> compensation.accept(result));
    return result;
  }

  private void compensate(Throwable failed) {
    for (var compensation : compensations) {
      try {
        compensation.run();
      } catch (Unwind | VirtualMachineError ofTheAttempt) {
        throw ofTheAttempt;
      } catch (Throwable another) {
        if (!another.equals(failed)) {
          failed.addSuppressed(another);
        }
      }
    }
  }
}
