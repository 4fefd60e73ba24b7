package dev.perdure.node;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Cursor;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Reads histories from the log. Each call has a cursor of its own, so any thread may call.
final class Histories {
  private final Log log;

  Histories(Log log) {
    this.log = log;
  }

  /// All events of one task up to and including the one at `newest`, in log order.
  List<Event.OfTask> read(long newest) {
    var events = new ArrayList<Event.OfTask>();
    try (var cursor = log.from(Offset.ZERO)) {
      for (var at = new Offset(newest); !at.isNone(); ) {
        var record = cursor.at(at);
        events.add((Event.OfTask) decode(record));
        at = record.previous();
      }
    }
    Collections.reverse(events);
    return events;
  }

  /// How the task ended whose last event is at the offset.
  Outcome outcome(long endOffset) {
    try (var cursor = log.from(new Offset(endOffset))) {
      return ((Event.Finished) decode(cursor.at(new Offset(endOffset)))).outcome();
    }
  }

  /// A cursor over the whole log.
  Cursor from(long offset) {
    return log.from(new Offset(offset));
  }

  /// The event that a record holds.
  static Event decode(LogRecord record) {
    var task = new TaskId(record.stream().high(), record.stream().low());
    return EventCodec.decode(record.kind().type(), record.kind().version(), task, record.payload());
  }
}
