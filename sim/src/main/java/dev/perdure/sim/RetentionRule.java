package dev.perdure.sim;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.TaskId;
import dev.perdure.value.Diff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which tasks are no longer kept, told from the events one by one: those whose last event was
/// below the offset of a `Forgotten`, and who have ended, as have all above them that are kept.
final class RetentionRule {
  /// Events that are left of a history.
  private static final int ENDS = 3;

  private final Map<TaskId, Told> kept = new HashMap<>();
  private final Set<TaskId> forgotten = new HashSet<>();

  /// A task that is kept.
  private static final class Told {
    private final @Nullable TaskId parent;
    private long newest;
    private boolean ended;

    Told(@Nullable TaskId parent) {
      this.parent = parent;
    }
  }

  private RetentionRule() {}

  /// The tasks that a whole log says are forgotten.
  static Set<TaskId> forgotten(Ledger ledger) {
    return forgotten(ledger.records());
  }

  /// The same of the beginning of one.
  static Set<TaskId> forgotten(List<Kept> records) {
    var rule = new RetentionRule();
    records.forEach(rule::apply);
    return rule.forgotten;
  }

  private void apply(Kept record) {
    if (record.event() instanceof Event.Started e) {
      kept.put(e.task(), new Told(e.parent()));
    }
    var told = kept.get(record.task());
    if (told != null) {
      told.newest = record.offset();
      told.ended |= record.event() instanceof Event.Finished;
    }
    if (record.event() instanceof Event.Forgotten e) {
      var old = new HashSet<TaskId>();
      kept.keySet().stream().filter(id -> isOld(id, e.below())).forEach(old::add);
      kept.keySet().removeAll(old);
      forgotten.addAll(old);
    }
  }

  private boolean isOld(@Nullable TaskId id, long below) {
    var told = kept.get(id);
    return told == null || (told.ended && told.newest < below && isOld(told.parent, below));
  }

  /// Checks that an engine's state keeps the others, and only them.
  static void check(Ledger ledger, Set<TaskId> ended, Coverage coverage) {
    var forgotten = forgotten(ledger);
    coverage.add("tasks forgotten", forgotten.size());
    var expected = new HashSet<>(ledger.finished());
    expected.removeAll(forgotten);
    if (!expected.equals(ended)) {
      throw new Violation("retention", "the engine keeps " + ended + " instead of " + expected);
    }
    checkMeaning(ledger);
  }

  /// Checks that the log means the same without the histories of those that are forgotten, or with
  /// the ends of some.
  static void checkMeaning(Ledger ledger) {
    var whole = ledger.fold(ledger.end()).describe();
    var left = without(ledger, forgotten(ledger)).describe();
    if (!whole.equals(left)) {
      throw new Violation(
          "retention",
          "without what is forgotten the log means something else: "
              + Diff.text(Diff.between(whole, left, 20)));
    }
  }

  /// Of every second task something is left: its newest events.
  private static EngineState without(Ledger ledger, Set<TaskId> forgotten) {
    var left = new HashMap<TaskId, Integer>();
    for (var record : ledger.records()) {
      left.merge(record.task(), 1, Integer::sum);
    }
    var state = new EngineState();
    for (var record : ledger.records()) {
      int behind = left.merge(record.task(), -1, Integer::sum);
      boolean isEnd = record.task().low() % 2 == 0 && behind < ENDS;
      if (!forgotten.contains(record.task()) || isEnd) {
        state.apply(record.event(), record.offset());
      }
    }
    return state;
  }
}
