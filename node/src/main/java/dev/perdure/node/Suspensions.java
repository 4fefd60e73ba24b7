package dev.perdure.node;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/// Ends attempts of which every branch has waited for the engine for some time (E16): what they
/// took is freed, and the next attempt begins when something is answered. The longer a history is,
/// the longer its task is let wait, for the next attempt has to replay it.
///
/// Attempts are told of by any thread; the rest is for the writer's thread.
final class Suspensions {
  /// A replay takes a thousand effects a millisecond; it shall take no more than a tenth of the
  /// time that an attempt waited.
  private static final long EFFECTS_A_MILLI = 100;

  private final long idleMillis;
  private final Predicate<LiveTask> may;
  private final Queue<LiveTask> fresh = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Idle> idle =
      new PriorityQueue<>(Comparator.comparingLong(Idle::untilMillis));
  private long lookedMillis = Long.MIN_VALUE;

  /// An attempt, and how often it had come to wait when it was looked at.
  private record Idle(LiveTask task, int rests, long untilMillis) {}

  /// @param idleMillis how long an attempt may wait at least
  /// @param may whether an attempt can be ended at all
  Suspensions(long idleMillis, Predicate<LiveTask> may) {
    this.idleMillis = idleMillis;
    this.may = may;
  }

  /// Every branch of the attempt waits now. Not told of again before [LiveTask#rests] said no.
  void add(LiveTask task) {
    fresh.add(task);
  }

  /// Ends the attempts that have waited long enough.
  void look(long nowMillis) {
    if (nowMillis < lookedMillis) {
      var all = List.copyOf(idle);
      idle.clear();
      all.forEach(i -> watch(i.task(), nowMillis));
    }
    lookedMillis = nowMillis;
    for (var task = fresh.poll(); task != null; task = fresh.poll()) {
      watch(task, nowMillis);
    }
    for (var first = idle.peek();
        first != null && first.untilMillis() <= nowMillis;
        first = idle.peek()) {
      idle.remove();
      end(first, nowMillis);
    }
  }

  private void end(Idle waited, long nowMillis) {
    var task = waited.task();
    boolean same = task.rests() == waited.rests();
    if (!same || !may.test(task) || !task.suspend()) {
      watch(task, nowMillis);
    }
  }

  private void watch(LiveTask task, long nowMillis) {
    int rests = task.rests();
    if (rests != LiveTask.BUSY) {
      long patience = idleMillis + task.length() / EFFECTS_A_MILLI;
      idle.add(new Idle(task, rests, nowMillis + Math.max(1, patience)));
    }
  }
}
