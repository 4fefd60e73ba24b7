package dev.perdure.engine;

import dev.perdure.value.MapValue;
import dev.perdure.value.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The schedules, and what code declares: the part of the fold that is about them.
///
/// A schedule that code declares has the name of its function and belongs to it, not to a version:
/// it is what the function's primary version declares. So it comes, changes and goes with the
/// route, in the decision that changes the route.
public final class Schedules {
  private final Map<ScheduleName, ScheduleState> byName = new TreeMap<>();
  private final Map<TaskId, ScheduleState> byNext = new HashMap<>();
  private final TreeSet<Timer> timers = new TreeSet<>();
  private final Map<Version, Declarations> declared = new TreeMap<>();

  Schedules() {}

  void declared(Event.Declared e) {
    declared.put(e.version(), e.declarations());
  }

  void apply(Event.OfSchedule event, long offset) {
    var state = byName.get(event.schedule());
    if (state == null) {
      if (!(event instanceof Event.Scheduled e)) {
        throw new IllegalStateException("event at " + offset + " of no schedule: " + event);
      }
      put(new ScheduleState(e, offset));
      return;
    }
    take(state);
    switch (event) {
      case Event.Scheduled e -> state.change(e, offset);
      case Event.Fired e -> state.fired(e);
      case Event.Skipped e -> state.skipped(e);
      case Event.Unscheduled _ -> {
        return;
      }
    }
    put(state);
  }

  /// Takes a schedule from a snapshot.
  void restore(ScheduleState.Picture picture) {
    put(new ScheduleState(picture));
  }

  /// What each version's code declares.
  Map<Version, Declarations> declared() {
    return declared;
  }

  private void take(ScheduleState state) {
    byName.remove(state.schedule().name());
    var next = state.next();
    if (next != null) {
      timers.remove(next);
      byNext.remove(next.task());
    }
  }

  private void put(ScheduleState state) {
    byName.put(state.schedule().name(), state);
    var next = state.next();
    if (next != null) {
      timers.add(next);
      byNext.put(next.task(), state);
    }
  }

  /// All schedules, by name.
  public Collection<ScheduleState> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /// A schedule; null if none has the name.
  public @Nullable ScheduleState get(ScheduleName name) {
    return byName.get(name);
  }

  /// The schedule that starts the task next.
  ScheduleState ofNext(TaskId task) {
    var state = byNext.get(task);
    if (state == null) {
      throw new IllegalStateException("no schedule starts task " + task);
    }
    return state;
  }

  /// What a version's code declares.
  Declarations declarations(Version version) {
    return declared.getOrDefault(version, Declarations.NONE);
  }

  /// The timer that is due first; null if there is none.
  @Nullable Timer nextTimer() {
    return timers.isEmpty() ? null : timers.first();
  }

  Value describe() {
    return MapValue.builder()
        .put(StateText.text("by name"), StateText.map(byName))
        .put(StateText.text("timers"), StateText.set(timers))
        .put(StateText.text("declared"), StateText.map(declared))
        .build();
  }
}
