package dev.perdure.sim;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Never do more tasks run or begin than their function's limit lets, none begins before its time,
/// and none before another whose turn is first; and no queue is kept of which nothing counts any
/// more. Told from the events one by one, without sets that are kept in order.
final class QueueRule {
  private final Coverage coverage;
  private final Map<TaskId, FunctionName> functions = new HashMap<>();
  private final Map<FunctionName, QueueLimit> limits = new HashMap<>();
  private final Map<TaskId, Waiting> waiting = new LinkedHashMap<>();
  private final Map<TaskId, Waiting> running = new HashMap<>();
  private final Map<FunctionName, List<Beginning>> begun = new HashMap<>();

  /// What the clock has shown: a time that has come is not undone by a clock that is set back.
  private long latestMillis;

  /// A task in a queue.
  ///
  /// @param readyMillis from when on it is its turn
  private record Waiting(TaskId task, Queueing queueing, long readyMillis) {}

  private record Beginning(String key, long atMillis, long offset) {}

  private QueueRule(Coverage coverage) {
    this.coverage = coverage;
  }

  /// @param kept queues, when all tasks have ended
  static void check(Ledger ledger, int kept, Coverage coverage) {
    var rule = new QueueRule(coverage);
    ledger.records().forEach(record -> rule.apply(record.event(), record.offset()));
    require(rule.waiting.isEmpty(), "tasks still wait: " + rule.waiting.keySet());
    long spent = rule.spent();
    require(kept == spent, kept + " queues are kept, and something is spent of " + spent);
  }

  private void apply(Event event, long offset) {
    latestMillis = Math.max(latestMillis, EventText.atMillis(event));
    switch (event) {
      case Event.Started e -> functions.put(e.task(), e.function());
      case Event.Limited e -> {
        limits.put(e.limit().function(), e.limit());
        begun.remove(e.limit().function());
      }
      case Event.Queued e -> {
        forget(e.atMillis());
        long ready = Math.max(e.atMillis(), e.queueing().notBeforeMillis());
        waiting.put(e.task(), new Waiting(e.task(), e.queueing(), ready));
      }
      case Event.Debounced e -> {
        waiting.remove(e.task());
        forget(e.atMillis());
        long ready = e.queueing().notBeforeMillis();
        waiting.put(e.task(), new Waiting(e.task(), e.queueing(), ready));
      }
      case Event.Begun e -> begun(e, offset);
      case Event.Forgotten e -> forgotten(e);
      case Event.Finished e -> {
        waiting.remove(e.task());
        running.remove(e.task());
      }
      case Event _ -> {}
    }
  }

  private FunctionName function(TaskId task) {
    var function = functions.get(task);
    if (function == null) {
      throw new Violation("queues", "task " + task + " never started");
    }
    return function;
  }

  private boolean together(Waiting one, Waiting other, QueueLimit limit) {
    return function(one.task()).equals(function(other.task()))
        && (!limit.perKey() || one.queueing().key().equals(other.queueing().key()));
  }

  /// Of the beginnings that may count for a rate those below the offset are let go of: none counts
  /// still.
  private void forgotten(Event.Forgotten e) {
    begun.forEach((function, all) -> {
      var limit = limits.getOrDefault(function, QueueLimit.none(function));
      var newest = new HashMap<String, Integer>();
      for (var beginning : List.copyOf(all.reversed())) {
        boolean counts = newest.merge(beginning.key(), 1, Integer::sum) <= limit.rateMax();
        if (!counts || beginning.offset() < e.below()) {
          all.remove(beginning);
          require(
              !counts || beginning.atMillis() + limit.rateMillis() <= e.atMillis(),
              beginning + " counts and is forgotten by " + e);
        }
      }
    });
  }

  private void begun(Event.Begun e, long offset) {
    coverage.add("queues: tasks begun", 1);
    forget(e.atMillis());
    var queued = waiting.remove(e.task());
    if (queued == null) {
      throw new Violation("queues", e + " did not wait");
    }
    var function = function(e.task());
    var limit = limits.getOrDefault(function, QueueLimit.none(function));
    require(queued.queueing().notBeforeMillis() <= latestMillis, e + " is too early");
    for (var other : waiting.values()) {
      require(
          !together(queued, other, limit) || !overtaken(other, queued, e.atMillis()),
          e + " overtakes " + other);
    }
    running.put(e.task(), queued);
    long runs = running.values().stream().filter(r -> together(r, queued, limit)).count();
    boolean room = limit.runningMax() == 0 || runs <= limit.runningMax();
    require(room, e + " is one too many of " + runs + ", " + limit);
    rate(limit, new Beginning(limit.perKey() ? queued.queueing().key() : "", e.atMillis(), offset));
  }

  private void rate(QueueLimit limit, Beginning now) {
    var all = begun.computeIfAbsent(limit.function(), _ -> new ArrayList<>());
    all.add(now);
    var same = all.stream().filter(b -> b.key().equals(now.key())).toList();
    if (limit.rateMax() > 0 && same.size() > limit.rateMax()) {
      var first = same.get(same.size() - 1 - limit.rateMax());
      require(
          now.atMillis() - first.atMillis() >= limit.rateMillis(),
          now + " comes too soon after " + first + ", " + limit);
    }
  }

  /// What began under a rate counts no more when nothing of its queue runs or waits, and an event
  /// of queues has shown that the time of the rate is over for the newest.
  private void forget(long atMillis) {
    for (var of : begun.entrySet()) {
      var limit = limits.getOrDefault(of.getKey(), QueueLimit.none(of.getKey()));
      var keys = of.getValue().stream().map(Beginning::key).distinct().toList();
      for (var key : keys) {
        long newest =
            of.getValue().stream()
                .filter(b -> b.key().equals(key))
                .mapToLong(Beginning::atMillis)
                .max()
                .orElseThrow();
        if (newest + limit.rateMillis() <= atMillis && !isUsed(limit, key)) {
          of.getValue().removeIf(b -> b.key().equals(key));
          coverage.add("queues: forgotten", limit.rateMax() > 0 ? 1 : 0);
        }
      }
    }
  }

  private boolean isUsed(QueueLimit limit, String key) {
    return Stream.concat(waiting.values().stream(), running.values().stream())
        .filter(q -> function(q.task()).equals(limit.function()))
        .anyMatch(q -> !limit.perKey() || q.queueing().key().equals(key));
  }

  /// The queues of whose rate something is spent.
  private long spent() {
    return begun.entrySet().stream()
        .filter(of -> limits.getOrDefault(of.getKey(), QueueLimit.none(of.getKey())).rateMax() > 0)
        .mapToLong(of -> of.getValue().stream().map(Beginning::key).distinct().count())
        .sum();
  }

  /// Whether it was another one's turn.
  private static boolean overtaken(Waiting other, Waiting begun, long atMillis) {
    if (other.readyMillis() > atMillis) {
      return false;
    }
    int order = Integer.compare(other.queueing().priority(), begun.queueing().priority());
    return order > 0 || (order == 0 && other.readyMillis() < begun.readyMillis());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation("queues", otherwise);
    }
  }
}
