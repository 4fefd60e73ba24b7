package dev.perdure.sim;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.Journal;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.Replay;
import dev.perdure.engine.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When everything has come to its end: no task is left, and a replay of every history asks exactly
/// what was recorded and ends with the same outcome.
record Afterwards(Simulation simulation) {
  void check() {
    var state = simulation.state();
    simulation.rules().law(state);
    if (!state.tasks().isEmpty()) {
      throw new Violation("stuck", "tasks are left: " + state.tasks().keySet());
    }
    RetentionRule.check(simulation.ledger(), state.ended().keySet(), simulation.coverage());
    CascadeRule.check(simulation.ledger());
    QueueRule.check(simulation.ledger(), state.queues().size(), simulation.coverage());
    DebounceRule.check(simulation.ledger(), simulation::calls, simulation.coverage());
    TrialRule.check(simulation.ledger(), simulation.coverage());
    simulation.values().check(simulation.coverage());
    ScheduleRule.check(simulation.ledger(), simulation.coverage());
    state.ended().keySet().stream().sorted().forEach(this::replay);
  }

  private void replay(TaskId id) {
    HistoryRules.check(simulation.ledger(), id, simulation::impure);
    var history = simulation.ledger().history(id);
    simulation.coverage().add("tasks ended", 1);
    if (history.stream().anyMatch(e -> e instanceof Event.Diverged)) {
      simulation.coverage().add("tasks diverged", 1);
    }
    if (simulation.impure(id)) {
      return;
    }
    var start = Event.Started.of(history);
    Outcome recorded = null;
    for (var event : history) {
      if (event instanceof Event.Finished f) {
        recorded = f.outcome();
      }
    }
    countMigrations(history);
    var asked = new HashMap<Branch, Integer>();
    var journal = Journal.of(history);
    var routes = simulation.state().routesAt(start.routes());
    var report =
        new Replay(start, routes, journal, recorded)
            .run(simulation.universes().inert(new Counting(asked)), Map.of(), Extras.none());
    int total = asked.values().stream().mapToInt(i -> i).sum();
    if (report.divergence() != null || report.outcome() == null || total != journal.total()) {
      throw new Violation(
          "replay",
          report
              + " after "
              + total
              + " effects of "
              + journal.total()
              + ", recorded "
              + recorded
              + " of "
              + history);
    }
  }

  /// Counts what a replay asks; plays no tricks.
  private void countMigrations(List<Event.OfTask> history) {
    boolean asked = false;
    for (var event : history) {
      asked |= event instanceof Event.Asked || event instanceof Event.Recorded;
      if (event instanceof Event.Migrated) {
        simulation.coverage().add("migrations", 1);
        simulation.coverage().add("migrations behind an effect", asked ? 1 : 0);
      }
    }
  }

  private record Counting(Map<Branch, Integer> asked) implements Mischief {
    @Override
    public void point() {}

    @Override
    public boolean overflows(TaskId task, Place place) {
      return false;
    }

    @Override
    public boolean impure(TaskId task, Place place) {
      return false;
    }

    @Override
    public void called(TaskId task, Payload arguments) {}

    @Override
    public boolean unwritable() {
      return false;
    }

    @Override
    public boolean unreadable() {
      return false;
    }

    @Override
    public void asked(Branch branch, int effects) {
      asked.merge(branch, effects, Math::max);
    }
  }
}
