package dev.perdure.engine;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the engine keeps of a task that has ended; the rest is in the log.
///
/// @param function that ran
/// @param version of it
/// @param status how it ended
/// @param startOffset of its first event
/// @param endOffset of the event that ended it
/// @param lastOffset of its newest event: shadow reports may come after the end
/// @param atMillis when it ended
/// @param overrides versions set for it, for replays
/// @param parent who started it; null if from outside
/// @param key the idempotency key it belongs to; null if it has none
public record EndedTask(
    FunctionName function,
    Version version,
    TaskStatus status,
    long startOffset,
    long endOffset,
    long lastOffset,
    long atMillis,
    Map<FunctionName, Version> overrides,
    @Nullable TaskId parent,
    @Nullable String key) {

  static EndedTask of(TaskState task, Event.Finished end, long offset) {
    var start = task.start();
    return new EndedTask(
        start.function(),
        start.version(),
        TaskStatus.of(end.outcome()),
        task.startOffset,
        offset,
        offset,
        end.atMillis(),
        task.overrides.isEmpty() ? Map.of() : new TreeMap<>(task.overrides),
        start.parent(),
        start.options().key());
  }

  /// The same with the names that other tasks have too.
  EndedTask sharing(Shared<FunctionName> functions, Shared<Version> versions) {
    return new EndedTask(
        functions.of(function),
        versions.of(version),
        status,
        startOffset,
        endOffset,
        lastOffset,
        atMillis,
        overrides,
        parent,
        key);
  }

  /// The same under a key.
  EndedTask keyed(String newKey) {
    return new EndedTask(
        function,
        version,
        status,
        startOffset,
        endOffset,
        lastOffset,
        atMillis,
        overrides,
        parent,
        newKey);
  }

  EndedTask extended(long offset) {
    return new EndedTask(
        function,
        version,
        status,
        startOffset,
        endOffset,
        offset,
        atMillis,
        overrides,
        parent,
        key);
  }

  EndedTask overridden(FunctionName switched, Version to, long offset) {
    var more = new TreeMap<>(overrides);
    more.put(switched, to);
    return new EndedTask(
        function, version, status, startOffset, endOffset, offset, atMillis, more, parent, key);
  }
}
