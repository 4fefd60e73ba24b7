package dev.perdure.server.view;

import dev.perdure.engine.Describe;
import dev.perdure.engine.EndedTask;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.ImportedTask;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.engine.Version;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a list shows of a task.
///
/// @param status `running`, `waiting`, `paused`, `diverged`, `done`, `failed`, `cancelled` or
///   `imported`
/// @param about what it waits for, or why it stands still; empty if it does neither
public record TaskRow(
    TaskId id,
    FunctionName function,
    Version version,
    String status,
    long startedMillis,
    String about) {

  /// All tasks, newest first.
  public static List<TaskRow> all(EngineState state) {
    var rows = new ArrayList<TaskRow>();
    state.tasks().forEach((id, task) -> rows.add(live(id, task)));
    state.ended().forEach((id, task) -> rows.add(ended(id, task)));
    state.imported().forEach((id, task) -> rows.add(imported(id, task)));
    rows.sort((a, b) -> b.id().compareTo(a.id()));
    return rows;
  }

  /// One task; null if there is none.
  static @Nullable TaskRow of(EngineState state, TaskId id) {
    var task = state.task(id);
    if (task != null) {
      return live(id, task);
    }
    var ended = state.endedTask(id);
    if (ended != null) {
      return ended(id, ended);
    }
    var imported = state.importedTask(id);
    return imported == null ? null : imported(id, imported);
  }

  static TaskRow live(TaskId id, TaskState task) {
    var start = task.start();
    return new TaskRow(
        id, start.function(), start.version(), status(task), start.atMillis(), about(task));
  }

  /// A running task that has an unanswered effect is shown as waiting.
  static String status(TaskState task) {
    return task.status() == TaskStatus.RUNNING && !task.waiting().isEmpty()
        ? "waiting"
        : name(task.status());
  }

  static String name(TaskStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String about(TaskState task) {
    return task.why().isEmpty()
        ? task.waiting().values().stream()
            .map(w -> Describe.name(w.effect()))
            .distinct()
            .collect(Collectors.joining(", "))
        : task.why();
  }

  static TaskRow ended(TaskId id, EndedTask task) {
    return new TaskRow(
        id, task.function(), task.version(), name(task.status()), Times.started(id), "");
  }

  static TaskRow imported(TaskId id, ImportedTask task) {
    var start = task.start();
    return new TaskRow(
        id,
        start.function(),
        start.version(),
        "imported",
        start.atMillis(),
        "can be looked at and replayed, not run");
  }

  /// For programs.
  public Data data() {
    return Data.of("id", id)
        .with("function", function)
        .with("version", version)
        .with("status", status)
        .with("started", Times.exact(startedMillis))
        .withAny("about", about);
  }
}
