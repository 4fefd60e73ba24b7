package dev.perdure.node;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Cancellations;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Place;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Unwinding;
import dev.perdure.engine.Version;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The mailbox between the writer and the threads of one attempt: answers by place, cancellations,
/// and whether the attempt shall end. Everything in it is guarded by its monitor, which nobody
/// holds while waiting.
final class LiveTask {
  /// The answer that lets a thread perform its effect itself.
  static final Object PROCEED = new Object();

  private final TaskId id;
  private final Threads threads;
  private final Cancellations cancellations;
  private final Map<Place, Object> answers = new HashMap<>(2);
  private final Map<Branch, Threads.Parked> parked = new HashMap<>(2);
  private final Map<Branch, Threads.Parked> performing = new HashMap<>(2);
  private volatile Map<FunctionName, Version> overrides;
  private boolean halted;

  LiveTask(
      TaskId id,
      Threads threads,
      Cancellations cancellations,
      Map<FunctionName, Version> overrides) {
    this.overrides = overrides;
    this.id = id;
    this.threads = threads;
    this.cancellations = cancellations;
  }

  TaskId id() {
    return id;
  }

  /// The versions that serve this task alone, whatever the routes say.
  Map<FunctionName, Version> overrides() {
    return overrides;
  }

  /// Sets the versions that serve this task alone.
  ///
  /// @param versions never changed
  void overrides(Map<FunctionName, Version> versions) {
    overrides = versions;
  }

  Cancellations cancellations() {
    return cancellations;
  }

  /// Waits for the answer to a place, on the thread of its branch.
  ///
  /// @return [#PROCEED] or an [Outcome]
  /// @throws Unwinding if the attempt shall end
  Object await(Place place) {
    while (true) {
      synchronized (this) {
        var answer = answers.remove(place);
        if (answer != null) {
          parked.remove(place.branch());
          return answer;
        }
        if (halted) {
          throw Unwinding.because(Unwinding.Reason.HALTED);
        }
        parked.put(place.branch(), threads.current());
      }
      threads.park();
    }
  }

  /// Hands over the answer to a place; the thread may not wait for it yet.
  void answer(Place place, Object answer) {
    Threads.@Nullable Parked thread;
    synchronized (this) {
      answers.put(place, answer);
      thread = parked.get(place.branch());
    }
    if (thread != null) {
      thread.unpark();
    }
  }

  /// Tells the threads inside the branch to stop: who performs an effect there is interrupted, the
  /// others find out when they ask next.
  synchronized void cancel(Branch branch, String why) {
    cancellations.cancel(branch, why);
    performing.forEach((b, thread) -> {
      if (b.within(branch) && cancellations.undelivered(b) != null) {
        thread.interrupt();
      }
    });
  }

  /// The thread of the branch is about to perform an effect.
  ///
  /// @param performer who is interrupted if the branch is cancelled meanwhile
  /// @return false if it must not: it is cancelled
  synchronized boolean begin(Branch branch, Threads.Parked performer) {
    if (cancellations.undelivered(branch) != null) {
      return false;
    }
    performing.put(branch, performer);
    return true;
  }

  /// Gives up the try of an effect that the branch performs now.
  void timeOut(Branch branch, String why) {
    Threads.@Nullable Parked performer;
    synchronized (this) {
      performer = performing.get(branch);
    }
    if (performer instanceof LimitedTry limited) {
      limited.giveUp(why);
    }
  }

  /// The thread of the branch has performed its effect. Clears an interruption that came meanwhile.
  synchronized void end(Branch branch) {
    performing.remove(branch);
    Thread.interrupted();
  }

  /// Whether the thread of the branch should go on waiting for somebody to perform its effect.
  ///
  /// @throws Unwinding if the attempt shall end
  boolean mayGoOn(Branch branch) {
    checkNotHalted();
    return cancellations.undelivered(branch) == null;
  }

  /// Notes that the branch gets told now; returns what it is told.
  synchronized Outcome tell(Branch branch, String why) {
    cancellations.tell(branch);
    return new Outcome.Cancelled(why);
  }

  /// Ends the attempt: every thread of it unwinds at the effect it asks next or waits for.
  void halt() {
    Map<Branch, Threads.Parked> waiting;
    synchronized (this) {
      halted = true;
      waiting = new HashMap<>(parked);
    }
    waiting.values().forEach(Threads.Parked::unpark);
  }

  /// Ends the asking thread's part of a halted attempt.
  ///
  /// @throws Unwinding if the attempt shall end
  synchronized void checkNotHalted() {
    if (halted) {
      throw Unwinding.because(Unwinding.Reason.HALTED);
    }
  }
}
