package dev.perdure.index;

import dev.perdure.engine.Author;
import dev.perdure.engine.Divergence;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Written;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A stretch of the log, folded into the rows that it changes: each task is written once, however
/// much happened to it. Has no file, no clock and no thread; what was before it asks of [Held].
final class Changes {
  private final Held held;
  private final RouteBook routes;
  private final long droppedBelow;
  private final List<Write> facts = new ArrayList<>();
  private final Map<TaskId, TaskFold> tasks = new LinkedHashMap<>();
  private final Map<ShadowCount.Key, Tally> shadows = new TreeMap<>();
  private boolean ended;

  /// What the tables hold of the events before.
  interface Held {
    /// A task's row; null if there is none.
    @Nullable TaskFold task(TaskId id) throws SQLException;
  }

  /// Comparisons of a candidate.
  private record Tally(long same, long different, long dropped) {
    Tally plus(Tally other) {
      return new Tally(same + other.same, different + other.different, dropped + other.dropped);
    }
  }

  /// @param droppedBelow below it the log may lack the beginnings of tasks
  Changes(Held held, RouteBook routes, long droppedBelow) {
    this.droppedBelow = droppedBelow;
    this.held = held;
    this.routes = routes;
  }

  /// Folds the next event in.
  ///
  /// @param atMillis the time of its batch: not every event says when it was
  void apply(Event event, long offset, long atMillis) throws SQLException {
    var row = event instanceof Event.OfTask e ? row(e, offset) : null;
    if (event instanceof Event.OfTask && row == null) {
      return;
    }
    facts.add(
        new Write(
            Sql.EVENT,
            offset,
            row == null ? null : row.startOffset(),
            EventText.kind(event),
            atMillis,
            EventText.brief(event)));
    switch (event) {
      case Event.OfTask e -> ofTask(e, Objects.requireNonNull(row), offset, atMillis);
      case Event.Opened _, Event.Accepted _, Event.Forked _ -> {}
      case Event.Deployed e -> deployed(e, offset);
      case Event.Removed e ->
          facts.add(new Write(Sql.REMOVED, e.atMillis(), e.version().text(), offset));
      case Event.Routed e -> facts.addAll(routes.routed(e, offset));
      case Event.Declared _, Event.OfSchedule _, Event.Limited _ -> {}
      case Event.Forgotten e -> forgotten(e);
      case Event.ShadowsDropped e -> count(e.compared(), new Tally(0, 0, e.calls()));
    }
  }

  /// What a task's events change; null if its beginning is no longer in the log.
  ///
  /// @throws Misfit if it was never begun
  private @Nullable TaskFold row(Event.OfTask event, long offset) throws SQLException {
    var known = tasks.get(event.task());
    if (known != null) {
      return known;
    }
    boolean first = event instanceof Event.Imported || (event instanceof Event.Started);
    var row = first ? TaskFold.begun(event, offset) : held.task(event.task());
    if (row != null) {
      tasks.put(event.task(), row);
    } else if (offset >= droppedBelow) {
      throw new Misfit("event " + offset + " is of task " + event.task() + ", which never began");
    }
    return row;
  }

  private void forgotten(Event.Forgotten e) {
    ended = true;
    for (var statement : Sql.FORGET) {
      facts.add(new Write(statement, e.below()));
    }
    e.remains()
        .shadows()
        .forEach((key, count) ->
            facts.add(
                new Write(
                    Sql.SHADOWS_SO_FAR,
                    key.function().text(),
                    key.primary().text(),
                    key.candidate().text(),
                    count.all() - count.bad(),
                    count.bad())));
  }

  /// Whether no more events may be applied with these: what is forgotten goes last.
  boolean ended() {
    return ended;
  }

  private void ofTask(Event.OfTask event, TaskFold row, long offset, long atMillis) {
    row.apply(event, offset);
    if (row.imported()) {
      return;
    }
    if (event instanceof Event.Recorded e && e.effect() instanceof Effect.LogLine line) {
      line(e, line, row, offset, atMillis);
    } else if (event instanceof Event.Diverged e) {
      diverged(e, row, offset);
    } else if (event instanceof Event.Shadowed e) {
      shadowed(e, offset);
    }
  }

  private void deployed(Event.Deployed e, long offset) {
    facts.add(
        new Write(
            Sql.DEPLOY,
            offset,
            e.version().text(),
            e.universe().hash().toString(),
            JsonText.array(e.universe().functions().keySet()),
            e.atMillis(),
            e.change().who(),
            e.change().why()));
    facts.addAll(routes.deployed(e, offset));
  }

  /// Earlier releases did not say who wrote a line, and when.
  private void line(
      Event.Recorded e, Effect.LogLine line, TaskFold row, long offset, long atMillis) {
    var task = new Author(row.function(), row.version(), "");
    var written = Objects.requireNonNullElse(Written.of(e.outcome()), new Written(atMillis, task));
    facts.add(
        new Write(
            Sql.LINE,
            offset,
            row.startOffset(),
            written.atMillis(),
            line.level().number(),
            written.author().function(),
            written.author().version(),
            written.author().position(),
            line.text()));
  }

  private void diverged(Event.Diverged e, TaskFold row, long offset) {
    var d = e.divergence();
    facts.add(
        new Write(
            Sql.DIVERGENCE,
            offset,
            e.task().toString(),
            row.function(),
            row.version(),
            e.atMillis(),
            d.kind().name(),
            place(d),
            d.recorded(),
            d.asked(),
            d.recordedAt(),
            d.askedAt()));
  }

  private void shadowed(Event.Shadowed e, long offset) {
    var report = e.report();
    var key = new ShadowCount.Key(report.function(), report.primary(), report.candidate());
    count(key, report.same() ? new Tally(1, 0, 0) : new Tally(0, 1, 0));
    int number = 0;
    for (var d : report.divergences()) {
      facts.add(
          new Write(
              Sql.SHADOW_DIFFERENCE,
              offset,
              number++,
              e.task().toString(),
              report.function().text(),
              report.primary().text(),
              report.candidate().text(),
              e.atMillis(),
              d.kind().name(),
              place(d),
              d.recorded(),
              d.asked(),
              d.recordedAt(),
              d.askedAt(),
              EventText.brief(report.arguments())));
    }
  }

  private static @Nullable String place(Divergence divergence) {
    return divergence.place() == null ? null : divergence.place().toString();
  }

  private void count(ShadowCount.Key compared, Tally tally) {
    shadows.merge(compared, tally, Tally::plus);
  }

  /// What changes in the tables, in order.
  List<Write> writes() {
    var writes = new ArrayList<>(facts);
    tasks.values().forEach(task -> writes.addAll(task.writes()));
    shadows.forEach((key, tally) ->
        writes.add(
            new Write(
                Sql.SHADOWS,
                key.function().text(),
                key.primary().text(),
                key.candidate().text(),
                tally.same(),
                tally.different(),
                tally.dropped())));
    return writes;
  }
}
