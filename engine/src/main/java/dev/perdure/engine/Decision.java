package dev.perdure.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the engine answers to one input: events to append, all or none, and actions to do.
public final class Decision {
  private final long firstOffset;
  private final long nowMillis;
  private final List<Event> events = new ArrayList<>(2);
  private final List<Action> actions = new ArrayList<>(2);

  private final List<Long> previous = new ArrayList<>(2);
  private @Nullable Set<Answered> answered;

  private Set<TaskId> ended = Set.of();

  private record Answered(TaskId task, Place place) {}

  Decision(long firstOffset, long nowMillis) {
    this.firstOffset = firstOffset;
    this.nowMillis = nowMillis;
  }

  /// The offset of the first event, if there is any; the others follow without gaps.
  public long firstOffset() {
    return firstOffset;
  }

  /// What happened, in order.
  public List<Event> events() {
    return Collections.unmodifiableList(events);
  }

  /// What to do, in order, after the events are in the log.
  public List<Action> actions() {
    return Collections.unmodifiableList(actions);
  }

  /// The time of the input, in milliseconds since 1970.
  long nowMillis() {
    return nowMillis;
  }

  /// Gives a waiting place its outcome, unless this decision has given it one already or has ended
  /// the task.
  void answer(TaskId task, Place place, Outcome outcome) {
    if (ended.contains(task)) {
      return;
    }
    if (answered == null) {
      answered = new HashSet<>(2);
    }
    if (answered.add(new Answered(task, place))) {
      emit(new Event.Answered(task, place, outcome));
      act(new Action.Deliver(task, place, outcome));
    }
  }

  /// The offset of the event of the same task before the `index`-th of [#events]; -1 if there is
  /// none.
  public long previous(int index) {
    return previous.get(index);
  }

  void follows(long offset) {
    previous.add(offset);
  }

  void emit(Event event) {
    events.add(event);
    if (event instanceof Event.Finished e) {
      ended = ended.isEmpty() ? new HashSet<>(2) : ended;
      ended.add(e.task());
    }
  }

  void act(Action action) {
    actions.add(action);
  }

  /// The offset of the newest event decided so far: what a reply to this input has to wait for.
  long barrier() {
    return firstOffset + events.size() - 1;
  }
}
