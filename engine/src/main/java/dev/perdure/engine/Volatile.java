package dev.perdure.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What dies with the process and therefore is no part of the fold: who waits for a reply, which
/// tasks have an attempt under way, and when crashed ones get their next.
final class Volatile {
  private final Map<TaskId, List<Request>> watchers = new HashMap<>();
  private final Set<TaskId> attempts = new HashSet<>();
  private final TreeSet<Timer> retries = new TreeSet<>();

  /// Notes that `request` wants to know how the task ends.
  void watch(TaskId task, Request request) {
    watchers.computeIfAbsent(task, k -> new ArrayList<>(1)).add(request);
  }

  /// Those who wanted to know; they are told once.
  List<Request> unwatch(TaskId task) {
    var requests = watchers.remove(task);
    return requests == null ? List.of() : requests;
  }

  /// Notes that an attempt begins; false if one is under way already.
  boolean begin(TaskId task) {
    return attempts.add(task);
  }

  /// Whether an attempt of the task is under way.
  boolean running(TaskId task) {
    return attempts.contains(task);
  }

  /// Notes that the task's attempt is over.
  void end(TaskId task) {
    attempts.remove(task);
  }

  /// Notes that the next attempt of a crashed task begins then.
  void retry(TaskId task, long atMillis) {
    retries.add(Timer.retry(task, atMillis));
  }

  /// The retry that is due first; null if there is none.
  @Nullable Timer nextRetry() {
    return retries.isEmpty() ? null : retries.first();
  }

  /// Takes a retry off.
  void drop(Timer retry) {
    retries.remove(retry);
  }
}
