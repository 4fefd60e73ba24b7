package dev.perdure.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What dies with the process and therefore is no part of the fold: who waits for a reply, and
/// which tasks have an attempt under way.
final class Volatile {
  private final Map<TaskId, List<Request>> watchers = new HashMap<>();
  private final Set<TaskId> attempts = new HashSet<>();

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
}
