package dev.perdure.node;

import dev.perdure.engine.Failure;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Tried;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A try of an effect that can be given up. It runs on a thread of its own, so that the task's
/// thread can leave it behind when its time is over; what comes of it later is dropped. Everything
/// in it is guarded by its monitor, which nobody holds while waiting.
final class LimitedTry implements Threads.Parked {
  private static final String TIMED_OUT = "dev.perdure.api.TimedOut";

  /// What catches it, beside its own name.
  private static final List<String> SUPERCLASSES =
      List.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable");

  private final Threads threads;
  private final Threads.Parked task;
  private Threads.@Nullable Parked performer;
  private boolean interrupted;
  private @Nullable Supplier<@Nullable Tried> end;
  private @Nullable String over;

  /// On the task's thread.
  LimitedTry(Threads threads) {
    this.threads = threads;
    this.task = threads.current();
  }

  /// Runs the body on a thread of its own and waits until it has ended, or is given up. On the
  /// task's thread.
  ///
  /// @param fatal class names of exceptions after which there is no further try
  /// @return null if the body returned that
  @Nullable Tried run(String name, Supplier<@Nullable Tried> body, List<String> fatal) {
    threads.start(name, () -> perform(body));
    while (true) {
      Supplier<@Nullable Tried> ended;
      synchronized (this) {
        ended = end;
        if (over != null) {
          return timedOut(over, fatal);
        }
      }
      if (ended != null) {
        return ended.get();
      }
      threads.park();
    }
  }

  private static Tried timedOut(String why, List<String> fatal) {
    boolean last = fatal.contains(TIMED_OUT) || SUPERCLASSES.stream().anyMatch(fatal::contains);
    return new Tried(new Outcome.Threw(Failure.of(TIMED_OUT, why)), last);
  }

  private void perform(Supplier<@Nullable Tried> body) {
    synchronized (this) {
      if (over != null) {
        return;
      }
      performer = threads.current();
      if (interrupted) {
        performer.interrupt();
      }
    }
    Supplier<@Nullable Tried> ended;
    try {
      var tried = body.get();
      ended = () -> tried;
    } catch (RuntimeException | Error thrown) {
      ended =
          () -> {
            throw thrown;
          };
    }
    synchronized (this) {
      end = ended;
    }
    task.unpark();
  }

  /// Whether it has been given up.
  synchronized boolean isOver() {
    return over != null;
  }

  /// Gives it up.
  void giveUp(String why) {
    synchronized (this) {
      over = why;
    }
    interrupt();
    task.unpark();
  }

  @Override
  public void unpark() {
    task.unpark();
  }

  @Override
  public synchronized void interrupt() {
    interrupted = true;
    if (performer != null && end == null) {
      performer.interrupt();
    }
  }
}
