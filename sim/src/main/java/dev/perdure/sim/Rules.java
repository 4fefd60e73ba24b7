package dev.perdure.sim;

import dev.perdure.engine.Effect;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.node.Limits;
import dev.perdure.value.Diff;

/// The rules that are checked while the engine lives.
final class Rules {
  private final Ledger ledger;
  private final WatchedStorage storage;
  private long durableAtCrash;

  Rules(Ledger ledger, WatchedStorage storage) {
    this.ledger = ledger;
    this.storage = storage;
  }

  private static void require(String rule, boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation(rule, otherwise);
    }
  }

  void durableAtCrash(long durable) {
    durableAtCrash = durable;
  }

  long durableAtCrash() {
    return durableAtCrash;
  }

  /// The law: what the engine holds in memory is what its log folds to.
  void law(EngineState live) {
    if (live.lastOffset() + 1 != ledger.end()) {
      return;
    }
    var folded = ledger.fold(ledger.end()).describe();
    var lived = live.describe();
    if (!lived.equals(folded)) {
      throw new Violation(
          "law", "live and folded state differ: " + Diff.text(Diff.between(folded, lived, 20)));
    }
  }

  /// An effect that is not repeatable starts only when all earlier events of its task are durable;
  /// none starts whose outcome is known, or whose task has ended, but for a try that was given up
  /// before it had come so far.
  void performed(FakeWorld.Performed performed) {
    var key = performed.key();
    boolean guarded = performed.effect().guard() == Effect.Guard.DURABLE;
    require("keys", performed.times() > 0 || !guarded, "two effects under " + key);
    boolean late = performed.effect().options().limited();
    boolean answered = ledger.answered(key) != null;
    require("one outcome", late || !answered, key + " is performed after its outcome");
    var task = TaskId.parse(key.substring(0, key.indexOf('/')));
    boolean finished = ledger.finished(task) != null;
    require("once", late || !finished, key + " is performed after its task's end");
    if (guarded) {
      var asked = ledger.asked(key);
      if (asked == null) {
        throw new Violation("output commit", key + " is performed and was never asked");
      }
      long before = ledger.at(asked).previous();
      long durable = storage.durable(ledger.end());
      require(
          "output commit",
          before < durable,
          key + " starts when event " + before + " of its task is not durable, of " + durable);
    }
  }

  /// Every life begins with an epoch of its own.
  void opened(long first) {
    long epoch = 1;
    for (var kept : ledger.records().subList(0, Math.toIntExact(first))) {
      if (kept.event() instanceof Event.Opened before) {
        epoch = before.epoch() + 1;
      }
    }
    var begins = ledger.at(first).event();
    require(
        "epochs",
        begins instanceof Event.Opened o && o.epoch() == epoch,
        "life " + epoch + " begins with " + begins);
  }

  /// The writer's queue is bounded: by its limit, and one input for each thread beside it.
  void queue(int size) {
    require("bounds", size <= Limits.INPUTS_MAX + 10_000, size + " inputs wait");
  }

  /// When nothing is due, each task that runs and is not suspended has an attempt, and no other has
  /// one.
  void attempts(EngineState state, int attempts) {
    long running =
        state.tasks().values().stream()
            .filter(t -> t.status() == TaskStatus.RUNNING && !t.suspended())
            .count();
    require("attempts", attempts == running, running + " tasks run, " + attempts + " attempts");
  }

  /// A task that runs when nothing is due and nobody is at work waits for another task, which
  /// stands still for a reason of its own.
  void notStuck(EngineState state, TaskState task, int attempts) {
    var id = task.start().task();
    boolean waits =
        task.waiting().values().stream()
            .anyMatch(w -> w.effect() instanceof Effect.Await a && state.task(a.task()) != null);
    require(
        "stuck",
        waits,
        "task "
            + id
            + " waits for "
            + task.waiting()
            + " of nobody; "
            + attempts
            + " attempts are under way; its history: "
            + ledger.history(id));
  }
}
