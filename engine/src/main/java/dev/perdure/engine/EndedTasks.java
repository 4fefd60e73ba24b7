package dev.perdure.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The tasks that have ended and are still kept, in the order of their ends: part of the fold,
/// written by [EngineState] only.
///
/// A task is forgotten (E4) when it ended before an offset, and so did all whose child, or child's
/// child, it is: what a task that lives has started may have to be looked up by it.
final class EndedTasks {
  private final SequencedMap<TaskId, EndedTask> all = new LinkedHashMap<>();
  private final Map<TaskId, EndedTask> view = Collections.unmodifiableMap(all);
  private long forgottenBelow;

  /// All of them.
  Map<TaskId, EndedTask> all() {
    return view;
  }

  @Nullable EndedTask get(TaskId id) {
    return all.get(id);
  }

  /// Keeps a task that has just ended, or has changed since.
  void put(TaskId id, EndedTask task) {
    all.put(id, task);
  }

  /// The highest offset below which tasks have been forgotten.
  long forgottenBelow() {
    return forgottenBelow;
  }

  /// Takes from a snapshot how far tasks have been forgotten.
  void restoreForgotten(long below) {
    forgottenBelow = below;
  }

  /// Forgets the tasks that ended below an offset.
  ///
  /// @param lives whether a task has not ended
  /// @param told is given each task that is forgotten
  void forget(long below, Predicate<TaskId> lives, BiConsumer<TaskId, EndedTask> told) {
    forgottenBelow = Math.max(forgottenBelow, below);
    var each = all.entrySet().iterator();
    while (each.hasNext()) {
      var next = each.next();
      if (next.getValue().endOffset() >= below) {
        return;
      }
      if (mayBeForgotten(next.getValue(), below, lives)) {
        each.remove();
        told.accept(next.getKey(), next.getValue());
      }
    }
  }

  private boolean mayBeForgotten(EndedTask task, long below, Predicate<TaskId> lives) {
    for (var at = task; at.lastOffset() < below; ) {
      var parent = at.parent();
      if (parent == null) {
        return true;
      }
      if (lives.test(parent)) {
        return false;
      }
      var before = all.get(parent);
      if (before == null) {
        return true;
      }
      at = before;
    }
    return false;
  }

  /// How many of them ended below an offset, few of them above it.
  long endedBelow(long offset) {
    long above =
        all.sequencedValues().reversed().stream()
            .takeWhile(task -> task.endOffset() >= offset)
            .count();
    return all.size() - above;
  }

  /// The offset below which tasks are to be forgotten.
  ///
  /// @param endedByMillis they ended then or before
  /// @param most how many more than before this may be about
  /// @return [#forgottenBelow] or less if there are no more
  long toForget(long endedByMillis, int most) {
    int more = 0;
    long last = -1;
    for (var task : all.values()) {
      boolean isNew = task.endOffset() >= forgottenBelow;
      if (task.atMillis() > endedByMillis || (isNew && more == most)) {
        return task.endOffset();
      }
      more += isNew ? 1 : 0;
      last = Math.max(last, task.lastOffset());
    }
    return last + 1;
  }
}
