package dev.perdure.engine;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A task as it stood at one point of its history: takes the events of the history, in log order,
/// and folds those that lie before.
public final class Standpoint implements Consumer<Event.OfTask> {
  private final boolean toTheEnd;
  private final @Nullable Place until;
  private @Nullable TaskState state;
  private boolean reached;

  private Standpoint(boolean toTheEnd, @Nullable Place until) {
    this.toTheEnd = toTheEnd;
    this.until = until;
  }

  /// Where an effect was answered.
  ///
  /// @param answered its place; null: where the task was started
  public static Standpoint at(@Nullable Place answered) {
    return new Standpoint(false, answered);
  }

  /// Behind all that has happened.
  public static Standpoint atTheEnd() {
    return new Standpoint(true, null);
  }

  @Override
  public void accept(Event.OfTask event) {
    if (reached) {
      return;
    }
    switch (event) {
      case Event.Imported _ -> {}
      case Event.Started e -> {
        state = new TaskState(e, 0);
        reached = !toTheEnd && until == null;
      }
      case Event.Recorded e -> apply(e, e.place());
      case Event.Answered e -> apply(e, e.place());
      case Event.OfTask e -> apply(e, null);
    }
  }

  private void apply(Event.OfTask event, @Nullable Place answered) {
    state().apply(event, 0);
    reached = answered != null && answered.equals(until);
  }

  /// How the task stood; its history has at least its start.
  public TaskState state() {
    return Objects.requireNonNull(state, "a history begins with a start");
  }

  /// The children that it had started; some may have ended.
  public Set<TaskId> children() {
    return state().children();
  }
}
