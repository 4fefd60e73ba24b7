package dev.perdure.cli;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.node.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One task as it stands, and its history.
///
/// @param waiting what it waits for; empty if nothing
/// @param children that have not ended
record TaskStory(
    TaskId id,
    TaskRow row,
    Event.Started start,
    List<Event.OfTask> history,
    List<Wait> waiting,
    List<TaskId> children) {

  /// One place of a task that waits.
  ///
  /// @param on the status of the awaited task; null if it awaits none, or there is none
  record Wait(String place, TaskState.Waiting waiting, @Nullable String on) {}

  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `AMBIGUOUS_TASK`
  static TaskStory of(Node node, String text) {
    var id = TaskIds.find(node, text);
    var history = node.history(id);
    var start = Event.Started.of(history);
    return new TaskStory(
        id,
        node.read(state ->
            TaskRow.all(state).stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow()),
        start,
        history,
        node.read(state -> Why.waits(state, id)),
        node.read(state -> {
          var task = state.task(id);
          return task == null ? List.<TaskId>of() : List.copyOf(task.children());
        }));
  }

  /// How it ended; null if it has not.
  @Nullable Outcome outcome() {
    for (var event : history) {
      if (event instanceof Event.Finished e) {
        return e.outcome();
      }
    }
    return null;
  }

  /// The newest event of a kind; null if there is none.
  <E extends Event> @Nullable E newest(Class<E> kind) {
    for (var event : history.reversed()) {
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
    return null;
  }

  /// When something last happened to it, as far as its events say.
  long lastMillis() {
    long last = start.atMillis();
    for (var event : history) {
      last = Math.max(last, EventText.atMillis(event));
    }
    return last;
  }
}
