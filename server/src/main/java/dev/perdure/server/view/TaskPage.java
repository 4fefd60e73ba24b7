package dev.perdure.server.view;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The newest tasks that a filter lets through.
///
/// @param rows newest first
/// @param more whether older ones follow
public record TaskPage(List<TaskRow> rows, boolean more) {
  /// What a task can be.
  public static final Set<String> STATUSES =
      Set.of(
          "queued",
          "running",
          "waiting",
          "paused",
          "diverged",
          "done",
          "failed",
          "cancelled",
          "imported");

  /// Which tasks are wanted.
  ///
  /// @param statuses empty: whatever theirs is
  /// @param function null: of any function
  /// @param version null: of any version
  /// @param before only those that are older than this one; null: from the newest on
  public record Filter(
      Set<String> statuses,
      @Nullable String function,
      @Nullable String version,
      @Nullable TaskId before) {
    private boolean admits(TaskId id) {
      return before == null || id.compareTo(before) < 0;
    }

    private boolean admits(TaskRow row) {
      return (statuses.isEmpty() || statuses.contains(row.status()))
          && (function == null || function.equals(row.function().text()))
          && (version == null || version.equals(row.version().text()));
    }
  }

  /// Finds the page. Looks at every task there is; the rows of a page at most are kept.
  ///
  /// @param limit at most so many
  public static TaskPage of(EngineState state, Filter filter, int limit) {
    var found = new TreeMap<TaskId, TaskRow>();
    state
        .tasks()
        .forEach((id, task) -> {
          if (wanted(id, filter, found, limit)) {
            take(TaskRow.live(id, task), filter, found, limit);
          }
        });
    state
        .ended()
        .forEach((id, task) -> {
          if (wanted(id, filter, found, limit)) {
            take(TaskRow.ended(id, task), filter, found, limit);
          }
        });
    state
        .imported()
        .forEach((id, task) -> {
          if (wanted(id, filter, found, limit)) {
            take(TaskRow.imported(id, task), filter, found, limit);
          }
        });
    var rows = new ArrayList<>(found.descendingMap().values());
    boolean more = rows.size() > limit;
    return new TaskPage(more ? List.copyOf(rows.subList(0, limit)) : rows, more);
  }

  /// One more than a page is kept, to see whether there are more.
  private static boolean wanted(
      TaskId id, Filter filter, TreeMap<TaskId, TaskRow> found, int limit) {
    return filter.admits(id) && (found.size() <= limit || id.compareTo(found.firstKey()) > 0);
  }

  private static void take(TaskRow row, Filter filter, TreeMap<TaskId, TaskRow> found, int limit) {
    if (filter.admits(row)) {
      found.put(row.id(), row);
      if (found.size() > limit + 1) {
        found.pollFirstEntry();
      }
    }
  }
}
