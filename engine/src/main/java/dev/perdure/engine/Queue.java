package dev.perdure.engine;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tasks of one function, and of one key if its limit is for each key, that wait for their
/// turn, and how many of those that had theirs run. Part of the fold, written by [Queues] only.
final class Queue {
  private static final Comparator<Entry> BY_TIME =
      Comparator.comparingLong(Entry::readyMillis).thenComparingLong(Entry::offset);

  /// The order in which tasks begin.
  static final Comparator<Entry> BY_TURN =
      Comparator.comparingInt((Entry e) -> e.queueing().priority())
          .reversed()
          .thenComparing(BY_TIME);

  private final QueueLimit limit;
  private final TreeSet<Entry> delayed = new TreeSet<>(BY_TIME);
  private final TreeSet<Entry> ready = new TreeSet<>(BY_TURN);
  private final ArrayDeque<Beginning> begun = new ArrayDeque<>();
  private int running;
  private long latestBegun;

  /// A task in a queue.
  ///
  /// @param readyMillis when it came, or may begin if that is later
  /// @param offset of the event that put it there
  record Entry(
      TaskId task, FunctionName function, Queueing queueing, long readyMillis, long offset) {}

  /// When a task began, and the offset of the event that says so.
  record Beginning(long atMillis, long offset) {}

  /// How far a task has come.
  enum Stage {
    /// It waits, and its time has perhaps not come.
    DELAYED,
    /// It waits, and its time has come.
    READY,
    /// It has begun.
    RUNNING
  }

  Queue(QueueLimit limit) {
    this.limit = limit;
  }

  void add(Entry entry, Stage stage) {
    switch (stage) {
      case DELAYED -> delayed.add(entry);
      case READY -> ready.add(entry);
      case RUNNING -> running++;
    }
  }

  /// When tasks began that count for the rate, oldest first.
  List<Beginning> begun() {
    return List.copyOf(begun);
  }

  /// Takes from a snapshot when tasks began.
  void restore(List<Beginning> before) {
    before.forEach(this::spend);
  }

  private void spend(Beginning now) {
    begun.addLast(now);
    latestBegun = Math.max(latestBegun, now.atMillis());
  }

  boolean isReady(Entry entry) {
    return ready.contains(entry);
  }

  void begin(Entry entry, Beginning now) {
    while (!delayed.isEmpty() && delayed.first().readyMillis() <= now.atMillis()) {
      ready.add(delayed.removeFirst());
    }
    remove(entry);
    running++;
    if (limit.rateMax() > 0) {
      spend(now);
      if (begun.size() > limit.rateMax()) {
        begun.removeFirst();
      }
    }
  }

  /// The offset of the oldest beginning that counts for the rate still; [Long#MAX_VALUE] if none
  /// does.
  long oldestCounting(long nowMillis) {
    return begun.stream()
        .filter(b -> b.atMillis() + limit.rateMillis() > nowMillis)
        .mapToLong(Beginning::offset)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /// Beginnings below an offset count no more.
  void forget(long below) {
    begun.removeIf(b -> b.offset() < below);
    latestBegun = begun.stream().mapToLong(Beginning::atMillis).max().orElse(0);
  }

  void remove(Entry entry) {
    delayed.remove(entry);
    ready.remove(entry);
  }

  void ended() {
    running--;
  }

  /// Whether it holds no task.
  boolean isIdle() {
    return delayed.isEmpty() && ready.isEmpty() && running == 0;
  }

  /// From when on nothing that has begun counts for the rate.
  long overMillis() {
    return begun.isEmpty() ? 0 : latestBegun + limit.rateMillis();
  }

  /// When the next task may begin; null if none waits, or none may before another has ended.
  @Nullable Timer next() {
    boolean full = limit.runningMax() > 0 && running >= limit.runningMax();
    if (full || (ready.isEmpty() && delayed.isEmpty())) {
      return null;
    }
    boolean spent = limit.rateMax() > 0 && begun.size() >= limit.rateMax();
    long free = spent ? begun.getFirst().atMillis() + limit.rateMillis() : 0;
    var first = ready.isEmpty() ? delayed.first() : ready.first();
    long due = Math.max(free, ready.isEmpty() ? first.readyMillis() : 0);
    return Timer.queue(first.task(), due);
  }

  /// The task whose turn it is.
  Entry first(long nowMillis) {
    var best = ready.isEmpty() ? delayed.first() : ready.first();
    for (var entry : delayed) {
      if (entry.readyMillis() > nowMillis) {
        break;
      }
      best = BY_TURN.compare(entry, best) < 0 ? entry : best;
    }
    return best;
  }

  /// How many of those that wait the limit lets begin before an entry, if no other comes. Those
  /// whose time comes later than its own are none of them.
  long before(Entry entry, long nowMillis) {
    if (limit.isNone()) {
      return 0;
    }
    long from = Math.max(nowMillis, entry.readyMillis());
    return Stream.concat(
            ready.stream(), delayed.stream().filter(other -> other.readyMillis() <= from))
        .filter(other -> BY_TURN.compare(other, entry) < 0)
        .count();
  }

  int waiting() {
    return delayed.size() + ready.size();
  }

  int running() {
    return running;
  }

  @Override
  public String toString() {
    return limit + " runs " + running + " since " + begun + ": " + ready + ", then " + delayed;
  }
}
