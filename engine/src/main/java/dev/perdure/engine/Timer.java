package dev.perdure.engine;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Something that becomes due. Ordered by time, then by task and purpose, so that equal times fire
/// in the same order everywhere.
///
/// @param dueMillis milliseconds since 1970
/// @param place of the effect; null for what concerns a whole task
public record Timer(long dueMillis, Kind kind, TaskId task, @Nullable Place place)
    implements Comparable<Timer> {
  private static final Comparator<Timer> ORDER =
      Comparator.comparingLong(Timer::dueMillis)
          .thenComparing(Timer::task)
          .thenComparing(Timer::kind)
          .thenComparing(t -> String.valueOf(t.place()));

  /// What becomes due.
  public enum Kind {
    /// Branches of a task shall stop and have not been told.
    TELLING,
    /// The parent of a task was cancelled.
    CANCELLATION,
    /// A task's sleep is over.
    SLEEP,
    /// A task has run for too long.
    DEADLINE,
    /// A crashed task's next attempt begins.
    RETRY,
    /// An effect is tried again.
    TRY,
    /// A try of an effect has taken too long.
    TIMEOUT,
    /// A try of an effect has given no sign of life for too long.
    HEARTBEAT,
    /// A schedule starts its next task.
    SCHEDULE,
    /// It is the turn of a task in a queue.
    QUEUE,
    /// A candidate is given up.
    TRIAL
  }

  /// Due since ever.
  static Timer telling(TaskId task) {
    return new Timer(0, Kind.TELLING, task, null);
  }

  /// Due since ever.
  static Timer cancellation(TaskId task) {
    return new Timer(0, Kind.CANCELLATION, task, null);
  }

  static Timer sleep(TaskId task, Place place, long dueMillis) {
    return new Timer(dueMillis, Kind.SLEEP, task, place);
  }

  static Timer deadline(TaskId task, long dueMillis) {
    return new Timer(dueMillis, Kind.DEADLINE, task, null);
  }

  static Timer retry(TaskId task, long dueMillis) {
    return new Timer(dueMillis, Kind.RETRY, task, null);
  }

  /// @param task that is to be started
  static Timer schedule(TaskId task, long dueMillis) {
    return new Timer(dueMillis, Kind.SCHEDULE, task, null);
  }

  /// @param task the first in the queue, or the one that may begin first
  static Timer queue(TaskId task, long dueMillis) {
    return new Timer(dueMillis, Kind.QUEUE, task, null);
  }

  /// Due since ever; of no task.
  static Timer trial() {
    return new Timer(0, Kind.TRIAL, new TaskId(0, 0), null);
  }

  static Timer ofTry(Kind kind, TaskId task, Place place, long dueMillis) {
    return new Timer(dueMillis, kind, task, place);
  }

  /// The one that fires first; null if there is none.
  static @Nullable Timer first(@Nullable Timer one, @Nullable Timer other) {
    return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
  }

  @Override
  public int compareTo(Timer other) {
    return ORDER.compare(this, other);
  }
}
