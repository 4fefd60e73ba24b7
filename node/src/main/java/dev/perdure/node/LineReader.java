package dev.perdure.node;

import dev.perdure.engine.Author;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Written;
import dev.perdure.log.LogRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the lines that tasks wrote from records of the log, each of which tells a line once,
/// whatever crashes and replays there were. Remembers how some tasks began; of another one the
/// history is walked back to its start. For one thread at a time.
public final class LineReader {
  private final Histories histories;
  private final Map<TaskId, Began> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskId, Began> eldest) {
          return size() > Limits.LINE_TASKS_MAX;
        }
      };

  /// How a task began: no more of it than is told, for arguments may be large.
  ///
  /// @param here whether it ran here, rather than being taken in from another engine, and is kept
  private record Began(String traceId, Author task, boolean here) {
    static final Began FORGOTTEN = new Began("", new Author("", "", ""), false);

    static Began of(List<Event.OfTask> first) {
      var start = Event.Started.of(first);
      return new Began(
          TraceContext.of(start).traceId(),
          new Author(start.function().text(), start.version().text(), ""),
          first.getFirst() instanceof Event.Started);
    }
  }

  LineReader(Histories histories) {
    this.histories = histories;
  }

  /// The line that a record tells of; null if it tells of none, or of one that was written
  /// elsewhere.
  public @Nullable Line read(LogRecord record) {
    var e = written(record);
    if (e == null) {
      return null;
    }
    var began = began(e.task(), record);
    return began.here() ? line(e, began, record.batch().timeMillis()) : null;
  }

  /// The text of the line that a record tells of, wherever it was written; empty if it tells of
  /// none.
  public static String text(LogRecord record) {
    var e = written(record);
    return e == null ? "" : line(e).text();
  }

  /// The event that tells of a line; null if the record holds another one.
  private static Event.@Nullable Recorded written(LogRecord record) {
    return EventCodec.mayBeLine(record.kind().type())
            && Histories.decode(record) instanceof Event.Recorded e
            && e.effect() instanceof Effect.LogLine
        ? e
        : null;
  }

  private static Effect.LogLine line(Event.Recorded e) {
    return (Effect.LogLine) e.effect();
  }

  private static Line line(Event.Recorded e, Began began, long batchMillis) {
    var line = line(e);
    var written =
        Objects.requireNonNullElse(Written.of(e.outcome()), new Written(batchMillis, began.task()));
    return new Line(
        e.task(), began.traceId(), written.atMillis(), line.level(), written.author(), line.text());
  }

  private Began began(TaskId task, LogRecord record) {
    if (!known.containsKey(task)) {
      var first = new ArrayList<Event.OfTask>();
      boolean kept = histories.ifKept(() -> first.addAll(histories.first(record.offset().value())));
      known.put(task, kept ? Began.of(first) : Began.FORGOTTEN);
    }
    return Objects.requireNonNull(known.get(task));
  }
}
