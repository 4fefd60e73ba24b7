package dev.perdure.wat.thread;

import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What shall happen at a time. Confined to the thread that runs the program.
final class Timers {
  private final PriorityQueue<Timer> pending = new PriorityQueue<>();
  private long count;

  /// Something that shall happen.
  static final class Timer implements Comparable<Timer> {
    private final Instant due;
    private final long number;
    private final Runnable action;
    private boolean isFired;

    Timer(Instant due, long number, Runnable action) {
      this.due = due;
      this.number = number;
      this.action = action;
    }

    boolean isFired() {
      return isFired;
    }

    @Override
    public int compareTo(Timer other) {
      int order = due.compareTo(other.due);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }

  /// Adds one.
  Timer at(Instant due, Runnable action) {
    var timer = new Timer(due, count++, action);
    pending.add(timer);
    return timer;
  }

  /// It shall not happen any more.
  void cancel(Timer timer) {
    pending.remove(timer);
  }

  /// When the next one is due; null if there is none.
  @Nullable Instant next() {
    var first = pending.peek();
    return first == null ? null : first.due;
  }

  /// Lets happen what is due, in its order.
  void fire(Instant now) {
    while (true) {
      var first = pending.peek();
      if (first == null || first.due.isAfter(now)) {
        return;
      }
      pending.remove();
      first.isFired = true;
      first.action.run();
    }
  }
}
