package dev.perdure.sim;

import dev.perdure.engine.Effect;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.TaskStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How often each way to end a life met each state: what shows that a simulation was a test.
final class Coverage {
  /// What the engine was at when its life ended.
  enum Situation {
    IDLE,
    IN_RECOVERY,
    IN_A_TURN,
    UNFORCED,
    ASKED,
    SLEEPING,
    AWAITING,
    FORKED,
    CANCELLING,
    BRANCH_CANCELLED,
    SUSPENDED,
    QUEUED,
    PAUSED,
    DIVERGED,
    BACKING_OFF,
    BETWEEN_TRIES,
    DEADLINE_PENDING,
    RUNNING_ROUTES,
    UNANSWERED_CLIENT
  }

  /// How a life ended.
  enum Ending {
    POWER_AT_CALL,
    POWER_AT_POINT,
    KILLED,
    WRITE_FAILED,
    SYNC_FAILED,
    DISK_FULL,
    CLOSED
  }

  private final Map<Ending, Map<Situation, Long>> counts = new EnumMap<>(Ending.class);
  private final Map<String, Long> totals = new TreeMap<>();

  void count(Ending ending, Set<Situation> situations) {
    var row = counts.computeIfAbsent(ending, _ -> new EnumMap<>(Situation.class));
    situations.forEach(situation -> row.merge(situation, 1L, Long::sum));
    add("lives ended by " + ending, 1);
  }

  void add(String what, long count) {
    totals.merge(what, count, Long::sum);
  }

  long of(Ending ending, Situation situation) {
    return counts.getOrDefault(ending, Map.of()).getOrDefault(situation, 0L);
  }

  long total(String what) {
    return totals.getOrDefault(what, 0L);
  }

  synchronized void addAll(Coverage other) {
    other.counts.forEach((ending, row) -> {
      var mine = counts.computeIfAbsent(ending, _ -> new EnumMap<>(Situation.class));
      row.forEach((situation, n) -> mine.merge(situation, n, Long::sum));
    });
    other.totals.forEach(this::add);
  }

  /// What a state shows of itself.
  static Set<Situation> of(EngineState state) {
    var found = EnumSet.noneOf(Situation.class);
    state.tasks().values().forEach(task -> look(task, found));
    if (state.tasks().isEmpty()) {
      found.add(Situation.IDLE);
    }
    if (!state.runningRoutes().policies().isEmpty()) {
      found.add(Situation.RUNNING_ROUTES);
    }
    return found;
  }

  private static void look(TaskState task, Set<Situation> found) {
    switch (task.status()) {
      case QUEUED -> found.add(Situation.QUEUED);
      case PAUSED -> found.add(Situation.PAUSED);
      case DIVERGED -> found.add(Situation.DIVERGED);
      case RUNNING, DONE, FAILED, CANCELLED -> {}
    }
    if (task.suspended()) {
      found.add(Situation.SUSPENDED);
    }
    if (task.retryAtMillis() > 0 && task.status() == TaskStatus.RUNNING) {
      found.add(Situation.BACKING_OFF);
    }
    if (task.start().options().deadlineMillis() > 0) {
      found.add(Situation.DEADLINE_PENDING);
    }
    if (task.cancellations().cancelled(dev.perdure.engine.Branch.ROOT)) {
      found.add(Situation.CANCELLING);
    }
    task.waiting().forEach((place, waiting) -> look(task, place, waiting, found));
  }

  private static void look(
      TaskState task,
      dev.perdure.engine.Place place,
      TaskState.Waiting waiting,
      Set<Situation> found) {
    switch (waiting.effect()) {
      case Effect.Perform _ ->
          found.add(waiting.tries() == 0 ? Situation.ASKED : Situation.BETWEEN_TRIES);
      case Effect.Sleep _ -> found.add(Situation.SLEEPING);
      case Effect.Await _ -> found.add(Situation.AWAITING);
      case Effect _ -> {}
    }
    if (place.branch().depth() > 0) {
      found.add(Situation.FORKED);
    }
    if (task.cancellations().undelivered(place.branch()) != null
        || task.cancellations().told(place.branch())) {
      found.add(Situation.BRANCH_CANCELLED);
    }
  }

  /// A table of endings by situations, and the totals below.
  String table() {
    var text = new StringBuilder(String.format("%-18s", ""));
    for (var ending : Ending.values()) {
      text.append(String.format("%15s", ending.name().toLowerCase(java.util.Locale.ROOT)));
    }
    for (var situation : Situation.values()) {
      text.append(String.format("%n%-18s", situation.name().toLowerCase(java.util.Locale.ROOT)));
      for (var ending : Ending.values()) {
        text.append(String.format("%15d", of(ending, situation)));
      }
    }
    totals.forEach((what, n) -> text.append(String.format("%n%-40s %d", what, n)));
    return text.toString();
  }
}
