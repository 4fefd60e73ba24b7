package dev.perdure.node;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Place;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Cursor;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.Offset;
import java.lang.System.Logger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The platform thread that tells an observer what the log says durably. It reads the log by
/// itself, behind the writer, which does not know of it. It remembers tasks that were at work
/// lately; of another one the history is read when something happens to it.
final class Observing implements AutoCloseable {
  private static final Logger LOGGER = System.getLogger("perdure.observer");

  private final Log log;
  private final Histories histories;
  private final Observer observer;
  private final Thread thread;
  private final Map<TaskId, Seen> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskId, Seen> eldest) {
          return size() > Limits.OBSERVED_TASKS_MAX;
        }
      };

  private long next;
  private volatile boolean closing;

  /// What is known of a task: a fold of its history.
  private static final class Seen {
    private final Map<Place, Event.Asked> waits = new HashMap<>();

    /// Null for one that ran elsewhere.
    private @Nullable ObservedTask task;

    private boolean elsewhere;

    void apply(Event.OfTask event) {
      switch (event) {
        case Event.Imported _ -> elsewhere = true;
        case Event.Started e -> task = elsewhere ? null : ObservedTask.of(e);
        case Event.Migrated e -> task = task == null ? null : task.at(e.binding().version());
        case Event.Debounced e -> task = task == null ? null : task.at(e.version());
        case Event.Asked e when !(e.effect() instanceof Effect.Perform) -> waits.put(e.place(), e);
        case Event.Answered e -> waits.remove(e.place());
        default -> {}
      }
    }
  }

  private Observing(Log log, Histories histories, Observer observer, long from) {
    this.log = log;
    this.histories = histories;
    this.observer = observer;
    this.next = from;
    this.thread = Thread.ofPlatform().name("perdure observer").daemon().unstarted(this::run);
  }

  /// @param from the first event that is told
  static Observing start(Log log, Histories histories, Observer observer, long from) {
    var observing = new Observing(log, histories, observer, from);
    observing.thread.start();
    return observing;
  }

  private void run() {
    try (var cursor = log.from(new Offset(next))) {
      while (!closing) {
        follow(cursor);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Limits.OBSERVER_REST_MILLIS));
      }
      follow(cursor);
    } catch (RuntimeException e) {
      LOGGER.log(Logger.Level.WARNING, "nothing more is observed: " + e, e);
    }
  }

  private void follow(Cursor cursor) {
    long durable = log.durable().value();
    while (next < durable) {
      var record = cursor.next();
      if (record == null) {
        return;
      }
      next = record.offset().value() + 1;
      // What is recorded is seen when it is done; most events of a log are of this kind.
      if (!EventCodec.mayBeLine(record.kind().type())) {
        take(record);
      }
    }
  }

  private void take(LogRecord record) {
    switch (Histories.decode(record)) {
      case Event.Shadowed e -> {
        var r = e.report();
        observer.shadowed(new ShadowCount.Key(r.function(), r.primary(), r.candidate()), r.same());
      }
      case Event.ShadowsDropped e -> observer.dropped(e.compared(), e.calls());
      case Event.OfTask e -> ofTask(e, record);
      default -> {}
    }
  }

  private void ofTask(Event.OfTask event, LogRecord record) {
    var seen = seen(event.task(), record.offset().value());
    var asked = event instanceof Event.Answered e ? seen.waits.get(e.place()) : null;
    seen.apply(event);
    var task = seen.task;
    if (task == null) {
      return;
    }
    if (event instanceof Event.Started) {
      observer.started(task);
    } else if (event instanceof Event.Answered e && asked != null) {
      observer.waited(task, asked, e.outcome(), record.batch().timeMillis());
    } else if (event instanceof Event.Finished e) {
      observer.ended(task, e);
      known.remove(event.task());
    }
  }

  /// What was known of a task before an event of it.
  private Seen seen(TaskId task, long offset) {
    var found = known.get(task);
    if (found == null) {
      var before = new Seen();
      histories.ifKept(() ->
          histories.each(
              0,
              offset,
              (at, event) -> {
                if (at < offset) {
                  before.apply(event);
                }
              }));
      known.put(task, before);
      found = before;
    }
    return found;
  }

  /// Ends the thread, after it has told what the log has by now.
  @Override
  public void close() {
    closing = true;
    ThreadEnd.await(thread);
  }
}
