package dev.perdure.wat.thread;

import dev.perdure.wat.data.Nothing;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What shall happen at a time. Confined to the thread that runs the program.
final class Timers {
  private final PriorityQueue<Timer> pending = new PriorityQueue<>();
  private long count;

  /// Something that shall happen; threads may wait for it.
  static final class Timer extends Awaited implements Comparable<Timer> {
    private final Instant due;
    private final long number;
    private final @Nullable Channel channel;
    private final Object value;
    private boolean isFired;

    private Timer(Instant due, long number, @Nullable Channel channel, Object value) {
      this.due = due;
      this.number = number;
      this.channel = channel;
      this.value = value;
    }

    boolean isFired() {
      return isFired;
    }

    @Override
    boolean isAwaited() {
      return channel == null ? super.isAwaited() : channel.isAwaited();
    }

    private void fire() {
      isFired = true;
      if (channel != null) {
        channel.fired(value);
      }
      changed();
    }

    @Override
    public int compareTo(Timer other) {
      int order = due.compareTo(other.due);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }

  /// Adds one that threads wait for.
  Timer at(Instant due) {
    return added(new Timer(due, count++, null, Nothing.NIL));
  }

  /// Adds one that sends a value to a channel, and closes it.
  Timer at(Instant due, Channel channel, Object value) {
    return added(new Timer(due, count++, channel, value));
  }

  private Timer added(Timer timer) {
    pending.add(timer);
    return timer;
  }

  /// It shall not happen any more.
  void cancel(Timer timer) {
    pending.remove(timer);
  }

  /// When the next one is due that a thread waits for; null if there is none.
  @Nullable Instant next() {
    Timer next = null;
    // asked at each effect: mostly there are none
    for (var timer : pending) {
      if (timer.isAwaited() && (next == null || timer.compareTo(next) < 0)) {
        next = timer;
      }
    }
    return next == null ? null : next.due;
  }

  /// Lets happen what is due, in its order.
  void fire(Instant now) {
    while (true) {
      var first = pending.peek();
      if (first == null || first.due.isAfter(now)) {
        return;
      }
      pending.remove();
      first.fire();
    }
  }
}
