package dev.perdure.sim;

import dev.perdure.engine.Event;
import dev.perdure.engine.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which tasks are no longer kept, told from the events one by one: those whose last event was
/// below the offset of a `Forgotten`, and who have ended, as have all above them that are kept.
final class RetentionRule {
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
    var rule = new RetentionRule();
    ledger.records().forEach(rule::apply);
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
  }
}
