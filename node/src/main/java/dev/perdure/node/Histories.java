package dev.perdure.node;

import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.History;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Cursor;
import dev.perdure.log.Log;
import dev.perdure.log.LogCode;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import dev.perdure.log.RecordView;
import dev.perdure.log.StreamKey;
import dev.perdure.value.PerdureException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Reads histories from the log. Each call has a cursor of its own, so any thread may call.
final class Histories {
  private final Log log;

  Histories(Log log) {
    this.log = log;
  }

  /// All events of one task up to and including the one at `newest`, in log order.
  List<Event.OfTask> read(long newest) {
    var events = new ArrayList<Event.OfTask>();
    forEach(0, newest, record -> events.add(decode(record)));
    return events;
  }

  /// Passes the same events on one by one, in log order; none is kept.
  void forEach(long newest, BiConsumer<Offset, Event.OfTask> reader) {
    forEach(0, newest, record -> reader.accept(record.offset(), decode(record)));
  }

  /// The same from an offset on, each with its own as a number: how the engine reads what it does
  /// not keep.
  void each(long from, long newest, BiConsumer<Long, Event.OfTask> reader) {
    forEach(from, newest, record -> reader.accept(record.offset().value(), decode(record)));
  }

  /// The first events of one task behind an offset, in log order.
  List<Noted> page(long newest, long after, int limit) {
    try (var cursor = log.from(Offset.ZERO)) {
      var first = new ArrayDeque<Offset>();
      for (long at = newest; at > after; at = cursor.previous(new Offset(at)).value()) {
        first.addFirst(new Offset(at));
        if (first.size() > limit) {
          first.removeLast();
        }
      }
      return first.stream().map(at -> noted(cursor.at(at))).toList();
    }
  }

  /// How the task began that the event at an offset is of: its first event, which is its start
  /// unless it was taken in from elsewhere, and its start. What lies behind is not read.
  List<Event.OfTask> first(long offset) {
    try (var cursor = log.from(Offset.ZERO)) {
      long first = offset;
      long second = offset;
      for (long at = offset; at >= 0; at = cursor.previous(new Offset(at)).value()) {
        second = first;
        first = at;
      }
      var begun = (Event.OfTask) decode(cursor.at(new Offset(first)));
      return begun instanceof Event.Started
          ? List.of(begun)
          : List.of(begun, (Event.OfTask) decode(cursor.at(new Offset(second))));
    }
  }

  private static Noted noted(LogRecord record) {
    return new Noted(record.offset().value(), (Event.OfTask) decode(record));
  }

  /// The fold of all events of one task, none of which is kept.
  History fold(long newest) {
    return fold(0, newest);
  }

  /// The fold of those from an offset on: that of the first, or of a checkpoint.
  History fold(long from, long newest) {
    var history = new History(log.values());
    try (var cursor = log.from(Offset.ZERO)) {
      var task = task(cursor.at(new Offset(newest)).stream());
      cursor.stream(new Offset(from), new Offset(newest), record -> apply(record, task, history));
    }
    return history;
  }

  private static void apply(RecordView record, TaskId task, History history) {
    history.apply(record.type(), record.version(), task, record.decoder());
  }

  private void forEach(long from, long newest, Consumer<RecordView> reader) {
    try (var cursor = log.from(Offset.ZERO)) {
      cursor.stream(new Offset(from), new Offset(newest), reader);
    }
  }

  /// How the task ended whose last event is at the offset: in memory, for the task may be forgotten
  /// before that is used.
  Outcome outcome(long endOffset) {
    try (var cursor = log.from(new Offset(endOffset))) {
      var outcome = ((Event.Finished) decode(cursor.at(new Offset(endOffset)))).outcome();
      return outcome instanceof Outcome.Returned r
          ? new Outcome.Returned(r.value().held())
          : outcome;
    }
  }

  /// A cursor over the whole log.
  Cursor from(long offset) {
    return log.from(new Offset(offset));
  }

  /// Reads a history of which something may have been dropped meanwhile.
  ///
  /// @return false if something was
  boolean ifKept(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (PerdureException e) {
      if (e.code() == LogCode.LOG_DROPPED) {
        return false;
      }
      throw e;
    }
  }

  /// The event that a record holds.
  static Event decode(LogRecord record) {
    var kind = record.kind();
    return EventCodec.decode(kind.type(), kind.version(), task(record.stream()), record.decoder());
  }

  private static Event.OfTask decode(RecordView record) {
    var task = task(record.stream());
    return (Event.OfTask)
        EventCodec.decode(record.type(), record.version(), task, record.decoder());
  }

  private static TaskId task(StreamKey stream) {
    return new TaskId(stream.high(), stream.low());
  }
}
