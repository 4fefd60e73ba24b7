package dev.perdure.examples.shop.demo;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Cursor;
import dev.perdure.log.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Computes [Figures] from the events of a log: folds them into the engine's own state, and lets
/// each be counted beside it. Goes on where it ended. For many threads.
final class LogScan {
  private final Cursor cursor;
  private final EngineState state = new EngineState();
  private final Map<String, PhaseTally> phases = new TreeMap<>();
  private final ShadowTally shadows = new ShadowTally();
  private final List<String> operations = new ArrayList<>();
  private long read;

  /// @param cursor from the beginning of the log
  LogScan(Cursor cursor) {
    this.cursor = cursor;
  }

  /// The figures of the whole log as it is now.
  synchronized Figures toTheEnd() {
    return upTo(Long.MAX_VALUE);
  }

  /// The figures of the log up to an offset, or further if it was read further before.
  synchronized Figures upTo(long last) {
    while (read <= last) {
      var record = cursor.next();
      if (record == null) {
        break;
      }
      take(decode(record), record.offset().value());
      read = record.offset().value() + 1;
    }
    return new Figures(
        phases.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().figures())),
        shadows.figures(state),
        operations,
        state.epoch());
  }

  private static Event decode(LogRecord record) {
    var task = new TaskId(record.stream().high(), record.stream().low());
    return EventCodec.decode(record.kind().type(), record.kind().version(), task, record.decoder());
  }

  private void take(Event event, long offset) {
    switch (event) {
      case Event.OfTask e -> ofTask(e);
      case Event.Opened _ ->
          state.tasks().values().forEach(task -> tally(task.start()).interrupted(task));
      case Event.Deployed e -> operations.add("deployed " + e.version());
      case Event.Removed e -> operations.add("removed " + e.version());
      case Event.ShadowsDropped _, Event.Declared _, Event.OfSchedule _, Event.Limited _ -> {}
      case Event.Accepted _, Event.Forked _, Event.Forgotten _ -> {}
      case Event.Routed e -> e.changes().forEach((f, policy) -> operations.add(f + ": " + policy));
    }
    state.apply(event, offset);
  }

  private void ofTask(Event.OfTask event) {
    if (event instanceof Event.Shadowed shadowed) {
      shadows.add(shadowed.report());
      return;
    }
    var start = start(event);
    if (start != null) {
      tally(start).add(event, start, state.routesAt(start.routes()));
    }
  }

  /// How the task of an event began; null if it has ended, after which only its shadows are told.
  private Event.@Nullable Started start(Event.OfTask event) {
    if (event instanceof Event.Started started) {
      return started;
    }
    var task = state.task(event.task());
    return task == null ? null : task.start();
  }

  private PhaseTally tally(Event.Started start) {
    var phase = start.options().attributes().getOrDefault("phase", "");
    return phases.computeIfAbsent(phase, _ -> new PhaseTally());
  }
}
