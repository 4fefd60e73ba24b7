package dev.perdure.index;

import dev.perdure.engine.Binding;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventText;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TraceContext;
import dev.perdure.engine.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One task's row, folded on from event to event as [dev.perdure.engine.EngineState] folds the
/// task.
final class TaskFold {
  private final TaskId id;
  private final long startOffset;
  private final Waits waits;
  private Standing standing;
  private String function = "";
  private String version = "";
  private @Nullable Binding binding;
  private Event.@Nullable Debounced debounced;

  /// What the stretch being folded says of its start and end; null if it says nothing.
  private Event.@Nullable Started start;

  private Event.@Nullable Finished end;

  private TaskFold(TaskId id, long startOffset, Standing standing, Waits waits) {
    this.id = id;
    this.startOffset = startOffset;
    this.standing = standing;
    this.waits = waits;
  }

  /// A task whose first event is at an offset; the event is still to be folded in.
  static TaskFold begun(Event.OfTask first, long offset) {
    var status = first instanceof Event.Imported ? Status.IMPORTED : Status.RUNNING;
    return new TaskFold(first.task(), offset, Standing.none(status), new Waits());
  }

  /// A task that the file has a row of.
  static TaskFold held(
      TaskId id,
      long startOffset,
      FunctionName function,
      Version version,
      Standing standing,
      Waits waits) {
    var fold = new TaskFold(id, startOffset, standing, waits);
    fold.function = function.text();
    fold.version = version.text();
    return fold;
  }

  long startOffset() {
    return startOffset;
  }

  String function() {
    return function;
  }

  String version() {
    return version;
  }

  boolean imported() {
    return standing.status() == Status.IMPORTED;
  }

  /// Folds one event in.
  void apply(Event.OfTask event, long offset) {
    standing = standing.after(offset);
    if (imported()) {
      applyElsewhere(event);
      return;
    }
    switch (event) {
      case Event.Started e -> start(e);
      case Event.Queued _ -> standing = standing.as(Status.QUEUED, "");
      case Event.Begun _ -> standing = standing.as(Status.RUNNING, "");
      case Event.Asked e -> waits.begin(e, offset);
      case Event.TryFailed e -> waits.fail(e);
      case Event.Answered e -> waits.end(e.place());
      case Event.Paused e -> standing = standing.as(Status.PAUSED, e.change().why());
      case Event.Diverged e -> standing = standing.as(Status.DIVERGED, e.divergence().text());
      case Event.Resumed _ -> standing = standing.as(Status.RUNNING, "");
      case Event.CancelRequested _ -> standing = standing.as(Status.RUNNING, "");
      case Event.Crashed e -> crash(e);
      case Event.Finished e -> finish(e);
      case Event.Imported _, Event.Recorded _, Event.BranchCancelled _ -> {}
      case Event.Migrated e -> migrate(e, e.binding());
      case Event.Debounced e -> debounce(e);
      case Event.Sent _, Event.Suspended _, Event.Overridden _, Event.Shadowed _ -> {}
      case Event.Checkpointed _ -> {}
    }
  }

  /// A task of another engine: what its history says happened there, nothing of it goes on here.
  private void applyElsewhere(Event.OfTask event) {
    if (event instanceof Event.Started e) {
      start(e);
    } else if (event instanceof Event.Debounced e) {
      debounce(e);
    } else if (event instanceof Event.Finished e) {
      end = e;
    }
  }

  private void start(Event.Started e) {
    start = e;
    function = e.function().text();
    version = e.version().text();
  }

  private void debounce(Event.Debounced e) {
    debounced = e;
    migrate(e, new Binding(e.version(), e.routes(), e.options().overrides()));
  }

  private void migrate(Event.OfTask event, Binding by) {
    binding = by;
    version = by.version().text();
    start = start == null ? null : start.after(event);
  }

  private void crash(Event.Crashed e) {
    standing = standing.crashed();
    if (e.retryAtMillis() == 0) {
      standing = standing.as(Status.PAUSED, e.why());
    }
  }

  private void finish(Event.Finished e) {
    end = e;
    waits.endAll();
    standing =
        switch (e.outcome()) {
          case Outcome.Returned _ -> standing.as(Status.DONE, "");
          case Outcome.Threw _ -> standing.as(Status.FAILED, "");
          case Outcome.Cancelled c -> standing.as(Status.CANCELLED, c.why());
        };
  }

  /// What changes in the file.
  List<Write> writes() {
    var writes = new ArrayList<Write>();
    if (start != null) {
      writes.add(new Write(Sql.TASK, join(started(start), moving(), ending())));
    } else {
      writes.add(new Write(Sql.TASK_MOVED, join(moving(), row(startOffset))));
      if (debounced != null) {
        writes.add(new Write(Sql.TASK_DEBOUNCED, join(said(debounced), row(startOffset))));
      }
      if (binding != null) {
        writes.add(new Write(Sql.TASK_MIGRATED, version, binding.routes().number(), startOffset));
      }
      if (end != null) {
        writes.add(new Write(Sql.TASK_ENDED, join(ending(), row(startOffset))));
      }
    }
    if (end != null && !imported()) {
      writes.add(new Write(Sql.TASK_TEXT, startOffset));
    }
    writes.addAll(waits.writes(startOffset));
    return writes;
  }

  private @Nullable Object[] started(Event.Started e) {
    var options = e.options();
    return row(
        startOffset,
        id.toString(),
        function,
        version,
        e.atMillis(),
        e.parent() == null ? null : e.parent().toString(),
        options.key(),
        deadline(options),
        TraceContext.of(id, options).traceId(),
        JsonText.object(options.attributes()),
        e.routes().number(),
        EventText.brief(e.arguments()),
        e.arguments().size());
  }

  private static @Nullable Object[] said(Event.Debounced e) {
    return row(
        deadline(e.options()),
        JsonText.object(e.options().attributes()),
        EventText.brief(e.arguments()),
        e.arguments().size());
  }

  private static @Nullable Long deadline(StartOptions options) {
    return options.deadlineMillis() > 0 ? options.deadlineMillis() : null;
  }

  private @Nullable Object[] moving() {
    return row(
        status().text(),
        waits.names(),
        waits.sinceMillis(),
        standing.why().isEmpty() ? null : EventText.brief(standing.why()),
        standing.crashes(),
        standing.events(),
        standing.lastOffset());
  }

  private Status status() {
    return standing.status() == Status.RUNNING && !waits.isEmpty()
        ? Status.WAITING
        : standing.status();
  }

  private @Nullable Object[] ending() {
    return end == null ? row(null, null, null, null, null) : ending(end.outcome(), end.atMillis());
  }

  private static @Nullable Object[] ending(Outcome outcome, long atMillis) {
    return switch (outcome) {
      case Outcome.Returned r ->
          row(atMillis, null, null, EventText.brief(r.value()), r.value().size());
      case Outcome.Threw t -> {
        var type = EventText.brief(t.failure().type());
        yield row(atMillis, type, EventText.brief(t.failure().message()), null, null);
      }
      case Outcome.Cancelled _ -> row(atMillis, null, null, null, null);
    };
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private static @Nullable Object[] join(@Nullable Object[]... parts) {
    return Arrays.stream(parts).flatMap(Arrays::stream).toArray();
  }
}
