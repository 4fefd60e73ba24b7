package dev.perdure.sim;

import dev.perdure.engine.Event;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What the children of a cancelled task keep to: the next thing that happens to each of them is
/// its own cancellation, or its end by it if it had diverged; whatever happened to the node in
/// between.
final class CascadeRule {
  private final Map<TaskId, Set<TaskId>> children = new HashMap<>();
  private final Set<TaskId> cancelled = new HashSet<>();
  private final Set<TaskId> due = new LinkedHashSet<>();

  private CascadeRule() {}

  /// Checks a whole log.
  static void check(Ledger ledger) {
    var rule = new CascadeRule();
    ledger.records().forEach(kept -> rule.look(kept.event()));
    require(rule.due.isEmpty(), () -> "never cancelled: " + rule.due);
  }

  private static void require(boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new Violation("cancellation", otherwise.get());
    }
  }

  private void look(Event event) {
    if (!(event instanceof Event.OfTask e)) {
      return;
    }
    require(
        !due.remove(e.task()) || cancels(e), () -> e + " before the cancellation by its parent");
    switch (e) {
      case Event.Started s when s.parent() != null ->
          children.computeIfAbsent(s.parent(), _ -> new LinkedHashSet<>()).add(s.task());
      case Event.CancelRequested c -> cancelled(c.task());
      case Event.Finished f -> ended(f);
      case Event _ -> {}
    }
  }

  private static boolean cancels(Event.OfTask event) {
    return event instanceof Event.CancelRequested
        || (event instanceof Event.Finished f && f.outcome() instanceof Outcome.Cancelled);
  }

  private void cancelled(TaskId task) {
    cancelled.add(task);
    for (var child : children.getOrDefault(task, Set.of())) {
      if (!cancelled.contains(child)) {
        due.add(child);
      }
    }
  }

  private void ended(Event.Finished f) {
    if (f.outcome() instanceof Outcome.Cancelled) {
      cancelled(f.task());
    }
    children.remove(f.task());
    children.values().forEach(siblings -> siblings.remove(f.task()));
  }
}
