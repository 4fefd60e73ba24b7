package dev.perdure.sim;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Served;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Threshold;
import dev.perdure.engine.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A candidate is given up if and only if more than its policy's threshold was bad. Counted from
/// the events alone.
final class TrialRule {
  private final Map<TaskId, Served> bound = new HashMap<>();
  private final Map<TaskId, Set<Served>> served = new HashMap<>();
  private final Map<FunctionName, Count> counts = new HashMap<>();

  /// How a candidate fares.
  private static final class Count {
    private final Version candidate;
    private final Threshold threshold;
    private final boolean inert;
    private long all;
    private long bad;

    Count(Version candidate, Threshold threshold, boolean inert) {
      this.candidate = candidate;
      this.threshold = threshold;
      this.inert = inert;
    }

    void add(boolean isBad) {
      all++;
      bad += isBad ? 1 : 0;
    }

    boolean isOver() {
      return 100.0 * bad / Math.max(all, threshold.atLeast()) > threshold.percent();
    }
  }

  private TrialRule() {}

  static void check(Ledger ledger, Coverage coverage) {
    var rule = new TrialRule();
    ledger.records().forEach(kept -> rule.apply(kept.event(), coverage));
    rule.counts.forEach((function, count) ->
        require(!count.isOver(), "the candidate of " + function + " was not given up"));
  }

  private void apply(Event event, Coverage coverage) {
    switch (event) {
      case Event.Routed e -> routed(e, coverage);
      case Event.Started e -> bound.put(e.task(), new Served(e.function(), e.version()));
      case Event.Migrated e ->
          bound.computeIfPresent(
              e.task(), (_, start) -> new Served(start.function(), e.binding().version()));
      case Event.Debounced e ->
          bound.computeIfPresent(e.task(), (_, start) -> new Served(start.function(), e.version()));
      case Event.Recorded e -> {
        if (e.effect() instanceof Effect.Choose c && e.outcome() instanceof Outcome.Returned r) {
          serve(e.task(), new Served(c.function(), new Version(r.value().text())));
        }
      }
      case Event.Diverged e -> ended(e.task(), true);
      case Event.Crashed e -> {
        if (e.retryAtMillis() == 0) {
          ended(e.task(), true);
        }
      }
      case Event.Finished e -> {
        if (!(e.outcome() instanceof Outcome.Cancelled)) {
          ended(e.task(), e.outcome() instanceof Outcome.Threw);
        }
      }
      case Event.Shadowed e -> {
        var count = counts.get(e.report().function());
        if (count != null && count.inert && count.candidate.equals(e.report().candidate())) {
          count.add(!e.report().same());
        }
      }
      case Event _ -> {}
    }
  }

  private void routed(Event.Routed e, Coverage coverage) {
    boolean itself = e.change().who().equals("threshold");
    if (itself) {
      coverage.add("candidates given up", 1);
    }
    e.changes()
        .forEach((function, policy) -> {
          var before = counts.remove(function);
          require(
              !itself || (before != null && before.isOver()),
              "the candidate of " + function + " was given up for nothing");
          switch (policy) {
            case Policy.Percent p -> begin(function, p.candidate(), p.threshold(), false);
            case Policy.Shadow s -> begin(function, s.candidate(), s.threshold(), true);
            case Policy.Primary _, Policy.Attribute _ -> {}
          }
        });
  }

  private void begin(
      FunctionName function, Version candidate, @Nullable Threshold threshold, boolean inert) {
    if (threshold != null) {
      counts.put(function, new Count(candidate, threshold, inert));
    }
  }

  private void serve(TaskId task, Served by) {
    served.computeIfAbsent(task, _ -> new HashSet<>()).add(by);
  }

  private void ended(TaskId task, boolean badly) {
    counts.forEach((function, count) -> {
      var by = new Served(function, count.candidate);
      if (!count.inert
          && (by.equals(bound.get(task)) || served.getOrDefault(task, Set.of()).contains(by))) {
        count.add(badly);
      }
    });
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation("trials", otherwise);
    }
  }
}
