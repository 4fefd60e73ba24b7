package dev.perdure.server.view;

import dev.perdure.engine.Describe;
import dev.perdure.engine.EndedTask;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.ImportedTask;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.index.Status;
import dev.perdure.index.TaskRow;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is shown of one task, from the engine's state.
final class TaskRows {
  private TaskRows() {}

  /// Null if there is no such task.
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

  private static TaskRow live(TaskId id, TaskState task) {
    var start = task.start();
    return new TaskRow(
        id, status(task), start.function(), start.version(), start.atMillis(), about(task));
  }

  /// A running task that has an unanswered effect is shown as waiting.
  static Status status(TaskState task) {
    return task.status() == TaskStatus.RUNNING && !task.waiting().isEmpty()
        ? Status.WAITING
        : Status.of(task.status());
  }

  private static String about(TaskState task) {
    return task.why().isEmpty()
        ? task.waiting().values().stream()
            .map(w -> Describe.name(w.effect()))
            .distinct()
            .collect(Collectors.joining(", "))
        : task.why();
  }

  private static TaskRow ended(TaskId id, EndedTask task) {
    return new TaskRow(
        id, Status.of(task.status()), task.function(), task.version(), Times.started(id), "");
  }

  private static TaskRow imported(TaskId id, ImportedTask task) {
    var start = task.start();
    return new TaskRow(
        id, Status.IMPORTED, start.function(), start.version(), start.atMillis(), TaskRow.IMPORTED);
  }
}
