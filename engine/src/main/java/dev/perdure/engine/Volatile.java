package dev.perdure.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What dies with the process and therefore is no part of the fold: who waits for a reply, which
/// tasks have an attempt under way, when crashed ones get their next, which are to be migrated, and
/// the timers of the tries of effects.
final class Volatile {
  private final Map<TaskId, List<Request>> watchers = new HashMap<>();
  private final Set<TaskId> attempts = new HashSet<>();
  private final TreeSet<Timer> timers = new TreeSet<>();
  private final Map<TaskId, Map<Place, Map<Timer.Kind, Timer>>> tries = new HashMap<>();
  private final Map<TaskId, Input.Migrate> migrations = new HashMap<>();

  /// Notes that `request` wants to know how the task ends.
  void watch(TaskId task, Request request) {
    watchers.computeIfAbsent(task, k -> new ArrayList<>(1)).add(request);
  }

  /// Those who wanted to know; they are told once.
  List<Request> unwatch(TaskId task) {
    var requests = watchers.remove(task);
    return requests == null ? List.of() : requests;
  }

  /// Notes that `request` wants to know no longer.
  void unwatch(TaskId task, Request request) {
    watchers.computeIfPresent(
        task,
        (id, requests) -> {
          requests.remove(request);
          return requests.isEmpty() ? null : requests;
        });
  }

  /// Notes that a task shall be migrated when its attempt is over.
  void migrate(Input.Migrate wanted) {
    migrations.put(wanted.task(), wanted);
  }

  /// How the task shall be migrated; null if it shall not.
  Input.@Nullable Migrate migration(TaskId task) {
    return migrations.get(task);
  }

  /// Notes that the task has been migrated, or cannot be.
  void migrated(TaskId task) {
    migrations.remove(task);
  }

  /// Notes that an attempt, or a rehearsal, begins; false if one is under way already.
  boolean begin(TaskId task) {
    return attempts.add(task);
  }

  /// Whether an attempt of the task is under way.
  boolean running(TaskId task) {
    return attempts.contains(task);
  }

  /// Notes that the task's attempt is over, and with it the tries of its effects.
  void end(TaskId task) {
    attempts.remove(task);
    var places = tries.remove(task);
    if (places != null) {
      places.values().forEach(kinds -> timers.removeAll(kinds.values()));
    }
  }

  /// Notes that the next attempt of a crashed task begins then.
  void retry(TaskId task, long atMillis) {
    timers.add(Timer.retry(task, atMillis));
  }

  /// Sets a timer of a try; an earlier one of the same kind and place is forgotten.
  void set(Timer timer) {
    unset(timer.kind(), timer.task(), placeOf(timer));
    timers.add(timer);
    tries
        .computeIfAbsent(timer.task(), _ -> new HashMap<>(2))
        .computeIfAbsent(placeOf(timer), _ -> new EnumMap<>(Timer.Kind.class))
        .put(timer.kind(), timer);
  }

  private static Place placeOf(Timer timer) {
    return Objects.requireNonNull(timer.place(), "a try has a place");
  }

  /// Takes a timer of a try off; false if there is none.
  boolean unset(Timer.Kind kind, TaskId task, Place place) {
    var timer = tries.getOrDefault(task, Map.of()).getOrDefault(place, Map.of()).get(kind);
    if (timer != null) {
      drop(timer);
    }
    return timer != null;
  }

  /// Takes all timers of the tries at a place off.
  void forget(TaskId task, Place place) {
    var places = tries.get(task);
    var kinds = places == null ? null : places.remove(place);
    if (kinds != null) {
      timers.removeAll(kinds.values());
    }
  }

  /// The timers of next tries that the task waits for.
  List<Timer> tries(TaskId task) {
    var next = new ArrayList<Timer>();
    for (var kinds : tries.getOrDefault(task, Map.of()).values()) {
      var timer = kinds.get(Timer.Kind.TRY);
      if (timer != null) {
        next.add(timer);
      }
    }
    return next;
  }

  /// The timer that is due first; null if there is none.
  @Nullable Timer nextTimer() {
    return timers.isEmpty() ? null : timers.first();
  }

  /// Takes a timer off.
  void drop(Timer timer) {
    timers.remove(timer);
    var places = tries.get(timer.task());
    var kinds = places == null || timer.place() == null ? null : places.get(timer.place());
    if (kinds != null) {
      kinds.remove(timer.kind(), timer);
    }
  }
}
