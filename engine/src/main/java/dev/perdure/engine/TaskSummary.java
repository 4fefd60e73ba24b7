package dev.perdure.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the history before a checkpoint comes to, of a task that runs and waits for nothing: who
/// goes on there need not read it.
///
/// @param start the event that made the task, as the task is now
/// @param startOffset of its first event
/// @param overrides versions that serve this task whatever the routes say
/// @param chosen which versions calls were served by, beside those that the start gives
/// @param children those that had not ended
public record TaskSummary(
    Event.Started start,
    long startOffset,
    Map<FunctionName, Version> overrides,
    Set<Served> chosen,
    Set<TaskId> children) {
  public TaskSummary {
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
    chosen = Collections.unmodifiableSet(new TreeSet<>(chosen));
    children = Collections.unmodifiableSet(new TreeSet<>(children));
  }
}
