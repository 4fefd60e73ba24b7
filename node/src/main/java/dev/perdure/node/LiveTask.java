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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The mailbox between the writer and the threads of one attempt: answers by place, cancellations,
/// and whether the attempt shall end. Everything in it is guarded by its monitor, which nobody
/// holds while waiting.
final class LiveTask {
  /// The answer that lets a thread perform its effect itself.
  static final Object PROCEED = new Object();

  /// Some branch does not wait for the engine.
  static final int BUSY = -1;

  private final TaskId id;
  private final Threads threads;
  private final Suspensions suspensions;
  private final Cancellations cancellations;
  private final Map<Place, Object> answers = new HashMap<>(2);
  private final Map<Branch, Threads.Parked> parked = new HashMap<>(2);
  private final Map<Branch, Threads.Parked> performing = new HashMap<>(2);
  private final Set<Place> resting = new HashSet<>(2);
  private final AtomicReference<@Nullable Runnable> replaying = new AtomicReference<>();
  private volatile Map<FunctionName, Version> overrides;
  private volatile int checkpoint;
  private int busy = 1;
  private int rests;
  private boolean listed;
  private boolean halted;
  private @Nullable Set<Place> suspendedAt;
  private String crash = "";

  LiveTask(
      TaskId id,
      Threads threads,
      Suspensions suspensions,
      Cancellations cancellations,
      Map<FunctionName, Version> overrides) {
    this.suspensions = suspensions;
    this.overrides = overrides;
    this.id = id;
    this.threads = threads;
    this.cancellations = cancellations;
  }

  /// The attempt begins with what its history holds.
  ///
  /// @param over run once, when it has come to the end of that or has ended
  void replays(Runnable over) {
    replaying.set(over);
  }

  /// The attempt has come to the end of its history, or ended.
  void caughtUp() {
    if (replaying.get() != null) {
      var over = replaying.getAndSet(null);
      if (over != null) {
        over.run();
      }
    }
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

  /// Waits for the answer to a place as long as it takes: only the engine can give it, and the
  /// attempt may be suspended meanwhile.
  ///
  /// @throws Unwinding if the attempt shall end
  Outcome rest(Place place) {
    synchronized (this) {
      resting.add(place);
      less();
    }
    try {
      return (Outcome) await(place);
    } finally {
      synchronized (this) {
        busy++;
        resting.remove(place);
      }
    }
  }

  /// A thread of the attempt is about to wait for this many others, which it starts.
  synchronized void forked(int branches) {
    busy += branches - 1;
  }

  /// One of the threads that were forked has ended.
  ///
  /// @param last whether the thread that waits for them goes on in its stead
  synchronized void joined(boolean last) {
    if (!last) {
      less();
    }
  }

  private void less() {
    busy--;
    if (busy == 0) {
      rests++;
      if (!listed) {
        listed = true;
        suspensions.add(this);
      }
    }
  }

  /// How often every branch has come to wait for the engine, if they all do now; [#BUSY] if not, or
  /// the attempt ends: then it is told of again when they do.
  synchronized int rests() {
    listed = busy == 0 && !halted;
    return listed ? rests : BUSY;
  }

  /// The next attempt need not replay what was asked before this number.
  void checkpointed(int next) {
    checkpoint = next;
  }

  /// The most effects that a branch which waits now has asked since the last checkpoint, with those
  /// it was forked behind.
  synchronized long length() {
    return Math.max(0, resting.stream().mapToLong(Place::before).max().orElse(0) - checkpoint);
  }

  /// Ends the attempt if every branch waits for the engine.
  ///
  /// @return whether it does
  boolean suspend() {
    synchronized (this) {
      if (busy > 0 || halted) {
        return false;
      }
      suspendedAt = Set.copyOf(resting);
    }
    halt();
    return true;
  }

  /// The places at which the branches waited when the attempt was suspended; null if it was not.
  synchronized @Nullable Set<Place> suspendedAt() {
    return suspendedAt;
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

  /// Whether the thread of a branch that is cancelled should go on waiting for somebody who knows
  /// what its effect did: always.
  ///
  /// @throws Unwinding if the attempt shall end
  boolean mayFindOut() {
    checkNotHalted();
    return true;
  }

  /// Notes that the branch gets told now; returns what it is told.
  synchronized Outcome tell(Branch branch, String why) {
    cancellations.tell(branch);
    return new Outcome.Cancelled(why);
  }

  /// The attempt cannot go on; the first reason counts.
  synchronized void crash(String why) {
    crash = crash.isEmpty() ? why : crash;
  }

  /// Why the attempt cannot go on; empty if it can.
  synchronized String crash() {
    return crash;
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
