package dev.perdure.sim;

import dev.perdure.engine.Debounce;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Queueing;
import dev.perdure.engine.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Of one function at most one task waits under a debounce key. It begins when no start has come
/// under the key for the quiet time, or at the end of its longest wait, and runs with the arguments
/// of the last start, and of no other. Told from the events one by one, and from what programs were
/// called with.
final class DebounceRule {
  private final Coverage coverage;
  private final Function<TaskId, Set<Payload>> calls;
  private final Map<TaskId, Event.Started> started = new HashMap<>();
  private final Map<TaskId, Waiting> waiting = new HashMap<>();

  /// A task that waits.
  private static final class Waiting {
    private final FunctionName function;
    private final long firstMillis;
    private final List<Payload> arguments = new ArrayList<>();
    private Debounce debounce;
    private long dueMillis;

    /// What the clock has shown since its last start.
    private long shownMillis;

    Waiting(Event.Started start, Debounce debounce) {
      this.function = start.function();
      this.firstMillis = start.atMillis();
      this.debounce = debounce;
    }

    void start(Payload with, Debounce by, long atMillis) {
      arguments.add(with);
      debounce = by;
      dueMillis = atMillis + by.quietMillis();
      if (by.longestMillis() > 0 && firstMillis + by.longestMillis() < dueMillis) {
        dueMillis = firstMillis + by.longestMillis();
      }
      shownMillis = atMillis;
    }

    boolean isUnder(FunctionName other, Debounce key) {
      return function.equals(other) && debounce.key().equals(key.key());
    }
  }

  private DebounceRule(Function<TaskId, Set<Payload>> calls, Coverage coverage) {
    this.calls = calls;
    this.coverage = coverage;
  }

  /// @param calls what programs of a task were called with
  static void check(Ledger ledger, Function<TaskId, Set<Payload>> calls, Coverage coverage) {
    var rule = new DebounceRule(calls, coverage);
    for (var kept : ledger.records()) {
      rule.waiting.values().forEach(w -> w.shownMillis = Math.max(w.shownMillis, kept.atMillis()));
      rule.apply(kept.event());
    }
  }

  private void apply(Event event) {
    switch (event) {
      case Event.Started e -> started.put(e.task(), e);
      case Event.Queued e -> queued(e);
      case Event.Debounced e -> debounced(e);
      case Event.Begun e -> begun(e);
      case Event.Finished e -> waiting.remove(e.task());
      case Event _ -> {}
    }
  }

  private void queued(Event.Queued e) {
    var debounce = e.queueing().debounce();
    if (debounce == null) {
      return;
    }
    var start = Objects.requireNonNull(started.get(e.task()));
    var other = under(start.function(), debounce);
    require(other == null, e + " is one more that waits, beside " + other);
    var task = new Waiting(start, debounce);
    waiting.put(e.task(), task);
    task.start(start.arguments(), debounce, e.atMillis());
    due(task, e.queueing(), e);
  }

  private @Nullable TaskId under(FunctionName function, Debounce debounce) {
    return waiting.entrySet().stream()
        .filter(w -> w.getValue().isUnder(function, debounce))
        .map(Map.Entry::getKey)
        .findAny()
        .orElse(null);
  }

  private void debounced(Event.Debounced e) {
    coverage.add("debounce: starts that joined", 1);
    var task = waiting.get(e.task());
    var by = e.queueing().debounce();
    if (task == null || by == null) {
      throw new Violation("debounce", e + " of a task that does not wait");
    }
    require(task.isUnder(task.function, by), e + " is under another key");
    task.start(e.arguments(), by, e.atMillis());
    due(task, e.queueing(), e);
  }

  private static void due(Waiting task, Queueing says, Event event) {
    require(says.notBeforeMillis() == task.dueMillis, event + " instead of " + task.dueMillis);
  }

  private void begun(Event.Begun e) {
    var task = waiting.remove(e.task());
    if (task == null) {
      return;
    }
    coverage.add("debounce: tasks begun", 1);
    long shown = Math.max(task.shownMillis, e.atMillis());
    require(shown >= task.dueMillis, e + " comes before " + task.dueMillis);
    var called = calls.apply(e.task());
    var last = task.arguments.getLast();
    require(called.isEmpty() || called.contains(last), e + " runs without " + last);
    for (var before : task.arguments) {
      require(before.equals(last) || !called.contains(before), e + " runs with " + before);
    }
    coverage.add("debounce: put off no longer", isAtItsLongest(task) ? 1 : 0);
  }

  private static boolean isAtItsLongest(Waiting task) {
    long longest = task.debounce.longestMillis();
    return task.arguments.size() > 1 && longest > 0 && task.dueMillis == task.firstMillis + longest;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation("debounce", otherwise);
    }
  }
}
