package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the engine decides about schedules: their changes, and their instants. A change that
/// changes nothing is no event.
final class ScheduleDecisions {
  private static final String MISSED = "missed";

  private final EngineState state;
  private final TaskDecisions tasks;

  ScheduleDecisions(EngineState state, TaskDecisions tasks) {
    this.state = state;
    this.tasks = tasks;
  }

  void set(Input.SetSchedule i, Decision out) {
    var wanted = i.schedule();
    var known = state.schedules().get(wanted.name());
    if (state.routes().policy(wanted.function()) == null) {
      Engine.refuse(i.request(), tasks.unknownFunction(wanted.function(), StartOptions.NONE), out);
    } else if (known != null && known.standing().declared()) {
      Engine.refuse(i.request(), declared(wanted.name()), out);
    } else {
      put(known, wanted, false, i.seed(), i.change(), out);
      done(i.request(), out);
    }
  }

  void pause(Input.PauseSchedule i, Decision out) {
    var known = state.schedules().get(i.schedule());
    if (known == null) {
      Engine.refuse(i.request(), unknown(i.schedule()), out);
      return;
    }
    var before = known.standing();
    if (before.paused() != i.paused()) {
      var standing = new Event.Standing(i.paused(), before.declared(), before.seed());
      out.emit(new Event.Scheduled(known.schedule(), standing, i.change(), out.nowMillis()));
    }
    done(i.request(), out);
  }

  void remove(Input.RemoveSchedule i, Decision out) {
    var known = state.schedules().get(i.schedule());
    if (known == null) {
      Engine.refuse(i.request(), unknown(i.schedule()), out);
    } else if (known.standing().declared()) {
      Engine.refuse(i.request(), declared(i.schedule()), out);
    } else {
      out.emit(new Event.Unscheduled(i.schedule(), i.change(), out.nowMillis()));
      done(i.request(), out);
    }
  }

  /// A version is let in. It becomes the primary of the functions that are new.
  void deployed(Input.Deploy i, Decision out) {
    if (i.declarations().all().isEmpty()) {
      return;
    }
    out.emit(new Event.Declared(i.version(), i.declarations(), out.nowMillis()));
    for (var function : i.universe().functions().keySet()) {
      if (state.routes().policy(function) == null) {
        follow(function, i.declarations(), i.change(), out);
      }
    }
  }

  /// Functions get other routes: their schedules are those of their primaries.
  void routed(Map<FunctionName, Policy> changes, Change change, Decision out) {
    changes.forEach((function, policy) ->
        follow(function, state.schedules().declarations(policy.primaryVersion()), change, out));
  }

  private void follow(
      FunctionName function, Declarations declarations, Change change, Decision out) {
    var known = state.schedules().get(new ScheduleName(function.text()));
    var wanted = declared(function, declarations.all());
    if (wanted != null) {
      put(known, wanted, true, declarations.seed(), change, out);
    } else if (known != null && known.standing().declared()) {
      out.emit(new Event.Unscheduled(known.schedule().name(), change, out.nowMillis()));
    }
  }

  private static @Nullable Schedule declared(FunctionName function, List<Declaration> all) {
    return all.stream()
        .filter(d -> d.function().equals(function))
        .map(d ->
            switch (d) {
              case Schedule s -> s;
            })
        .findFirst()
        .orElse(null);
  }

  /// What is paused stays so.
  private static void put(
      @Nullable ScheduleState known,
      Schedule wanted,
      boolean declared,
      TaskId seed,
      Change change,
      Decision out) {
    if (known == null) {
      var standing = new Event.Standing(false, declared, seed);
      out.emit(new Event.Scheduled(wanted, standing, change, out.nowMillis()));
    } else if (!known.schedule().equals(wanted) || known.standing().declared() != declared) {
      var standing = new Event.Standing(known.standing().paused(), declared, seed);
      out.emit(new Event.Scheduled(wanted, standing, change, out.nowMillis()));
    }
  }

  /// An instant has come, or passed while no engine was there to see it.
  void due(Timer timer, Decision out) {
    var schedule = state.schedules().ofNext(timer.task());
    long due = timer.dueMillis();
    long first = firstToFire(schedule.schedule(), due, out.nowMillis());
    if (first != due) {
      long until = schedule.schedule().recurrence().lastMillis(first - 1);
      skip(schedule, due, until, MISSED, out);
    } else if (schedule.schedule().overlap() == Schedule.Overlap.SKIP && runs(schedule)) {
      skip(schedule, due, due, "task " + schedule.lastTask() + " has not ended", out);
    } else {
      fire(schedule, timer, out);
    }
  }

  /// The first of the instants from `due` to now that are not missed, or that are made up for; one
  /// after now if there is none.
  private static long firstToFire(Schedule schedule, long due, long nowMillis) {
    var recurrence = schedule.recurrence();
    long newest = recurrence.lastMillis(nowMillis);
    boolean punctual = newest >= nowMillis - Limits.PUNCTUAL_MILLIS;
    int left = Math.max(schedule.catchUpMax(), punctual ? 1 : 0);
    if (left == 0) {
      return nowMillis + 1;
    }
    long first = newest;
    while (--left > 0 && first > due) {
      first = recurrence.lastMillis(first - 1);
    }
    return Math.max(first, due);
  }

  private boolean runs(ScheduleState schedule) {
    return schedule.lastTask() != null && state.task(schedule.lastTask()) != null;
  }

  private static void skip(
      ScheduleState schedule, long from, long until, String why, Decision out) {
    out.emit(new Event.Skipped(schedule.schedule().name(), from, until, why, out.nowMillis()));
  }

  /// Routes only grow, so its function has one.
  private void fire(ScheduleState schedule, Timer timer, Decision out) {
    var wanted = schedule.schedule();
    var options = StartOptions.NONE.withAttributes(Map.of("schedule", wanted.name().text()));
    var version = Objects.requireNonNull(tasks.choose(wanted.function(), timer.task(), options));
    out.emit(new Event.Fired(wanted.name(), timer.dueMillis(), timer.task(), out.nowMillis()));
    tasks.begin(
        timer.task(),
        new TaskDecisions.Birth(
            wanted.function(), version, wanted.argumentsAt(timer.dueMillis()), options, null),
        out);
  }

  private Problem unknown(ScheduleName name) {
    return Problem.of(
        EngineCode.UNKNOWN_SCHEDULE,
        "there is no schedule " + name,
        "Look the names up with `perdure schedule list`");
  }

  private static Problem declared(ScheduleName name) {
    return Problem.of(
        EngineCode.SCHEDULE_DECLARED,
        "the code of the function " + name + " declares its schedule",
        "Pause it, or route the function to a version that declares another one or none; nothing"
            + " was changed");
  }

  private static void done(Request request, Decision out) {
    out.act(new Action.Reply(request, new Action.Answer.Done(), out.barrier()));
  }
}
