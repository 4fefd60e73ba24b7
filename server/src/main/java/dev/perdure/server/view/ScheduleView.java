package dev.perdure.server.view;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Recurrence;
import dev.perdure.engine.Schedule;
import dev.perdure.engine.ScheduleName;
import dev.perdure.engine.ScheduleState;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.value.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A schedule, as people and programs look at it.
///
/// @param declared whether code declares it
/// @param next the instant of its next task; null while it is paused
/// @param last the task it started last; null if there is none
public record ScheduleView(
    Schedule schedule, boolean declared, @Nullable Instant next, @Nullable Last last) {

  /// The task that a schedule started last.
  public record Last(TaskId task, Instant due) {}

  /// All of them, by name.
  public static List<ScheduleView> all(EngineState state) {
    return state.schedules().all().stream().map(ScheduleView::of).toList();
  }

  /// One of them.
  ///
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_SCHEDULE`
  public static ScheduleView find(Node node, ScheduleName name) {
    return node.read(
            state -> Optional.ofNullable(state.schedules().get(name)).map(ScheduleView::of))
        .orElseThrow(() ->
            Problem.of(
                    EngineCode.UNKNOWN_SCHEDULE,
                    "there is no schedule " + name,
                    "Look the names up with `perdure schedule list`")
                .exception());
  }

  private static ScheduleView of(ScheduleState state) {
    var task = state.lastTask();
    return new ScheduleView(
        state.schedule(),
        state.standing().declared(),
        state.standing().paused() ? null : Times.exact(state.nextMillis()),
        task == null ? null : new Last(task, Times.exact(state.lastMillis())));
  }

  /// Its instants after a time, whether it is paused or not.
  public List<Instant> after(Instant time, int count) {
    var instants = new ArrayList<Instant>();
    long millis = time.toEpochMilli();
    for (int i = 0; i < count; i++) {
      millis = schedule.recurrence().nextMillis(millis);
      instants.add(Times.exact(millis));
    }
    return instants;
  }

  /// For programs.
  public Data data() {
    var data = Data.of("name", schedule.name()).with("function", schedule.function());
    switch (schedule.recurrence()) {
      case Recurrence.Calendar c ->
          data.with("cron", c.cron().toString()).with("zone", c.zone().getId());
      case Recurrence.Every e -> data.with("everyMillis", e.periodMillis());
    }
    data.withAny("arguments", schedule.arguments() == null ? null : arguments())
        .with("overlap", schedule.overlap().name().toLowerCase(Locale.ROOT))
        .with("catchUp", schedule.catchUpMax())
        .with("paused", next == null)
        .with("declared", declared)
        .withAny("next", next);
    return last == null ? data : data.with("lastTask", last.task()).with("lastDue", last.due());
  }

  private Object arguments() {
    return Objects.requireNonNull(schedule.arguments()).value();
  }
}
