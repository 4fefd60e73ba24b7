package dev.perdure.server.view;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Queues;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import dev.perdure.index.TaskRow;
import dev.perdure.node.Node;
import dev.perdure.node.Noted;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One task as it stands, and what its history tells.
///
/// @param waiting what it waits for; empty if nothing
/// @param children that have not ended
/// @param turn where it stands among those that wait for their turn; null if it does not
public record TaskStory(
    TaskId id,
    TaskRow row,
    Past past,
    List<Wait> waiting,
    List<TaskId> children,
    Queues.@Nullable Place turn) {

  /// One place of a task that waits.
  ///
  /// @param on the status of the awaited task; null if it awaits none, or there is none
  public record Wait(String place, TaskState.Waiting waiting, @Nullable String on) {}

  /// Reads a task's whole history, of which the newest events are kept.
  ///
  /// @param recentMax how many
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`
  public static TaskStory of(Node node, TaskId id, int recentMax) {
    var past = new Past(recentMax);
    node.history(id, past::add);
    long nowMillis = node.now().toEpochMilli();
    return node.read(state -> now(state, id, past, nowMillis));
  }

  /// The same without events.
  public static TaskStory of(Node node, TaskId id) {
    return of(node, id, 0);
  }

  private static TaskStory now(EngineState state, TaskId id, Past past, long nowMillis) {
    var task = state.task(id);
    return new TaskStory(
        id,
        Objects.requireNonNull(TaskRows.of(state, id), "a task that has a history is known"),
        past,
        Why.waits(state, id),
        task == null ? List.of() : List.copyOf(task.children()),
        task == null || task.status() != TaskStatus.QUEUED
            ? null
            : state.queues().place(id, nowMillis));
  }

  /// How it came to be.
  public Event.Started start() {
    return past.start();
  }

  /// The newest events of its history, in log order.
  public List<Noted> recent() {
    return past.recent();
  }

  /// How it ended; null if it has not.
  public @Nullable Outcome outcome() {
    var end = past.newest(Event.Finished.class);
    return end == null ? null : end.outcome();
  }
}
