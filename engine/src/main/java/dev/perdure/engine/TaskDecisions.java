package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the engine decides about tasks: their start, their control and their end. What a running
/// attempt reports is decided by [AttemptDecisions].
final class TaskDecisions {
  private final EngineState state;
  private final Volatile live;
  private final AttemptDecisions attempts;
  private final TryDecisions tries;
  private final ScheduleDecisions schedules;
  private final QueueDecisions queues;
  private final RouteDecisions routes;
  private final MigrationDecisions migrations;
  private boolean isOpen;

  TaskDecisions(EngineState state, Volatile live) {
    this.state = state;
    this.live = live;
    this.tries = new TryDecisions(state, live);
    this.attempts = new AttemptDecisions(state, live, this);
    this.schedules = new ScheduleDecisions(state, this);
    this.queues = new QueueDecisions(state, this);
    this.routes = new RouteDecisions(state, schedules);
    this.migrations = new MigrationDecisions(state, live, this);
  }

  void open(OwnerId owner, Decision out) {
    isOpen = true;
    out.emit(new Event.Opened(state.epoch() + 1, owner, out.nowMillis()));
    state.kept().entrySet().stream()
        .filter(kept -> !(kept.getValue() instanceof Cold cold && cold.stands()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList()
        .forEach(id -> goOn(Objects.requireNonNull(state.task(id)), out));
  }

  private void goOn(TaskState task, Decision out) {
    task.waiting().forEach((place, w) -> recallAgain(task, place, w, out));
    if (task.status() == TaskStatus.RUNNING && !task.suspended()) {
      run(task.start().task(), null, out);
    }
  }

  /// Whoever was looking up how an awaited task had ended died with the process.
  private void recallAgain(TaskState task, Place place, TaskState.Waiting w, Decision out) {
    var ended = w.effect() instanceof Effect.Await a ? state.endedTask(a.task()) : null;
    if (ended != null) {
      out.act(new Action.Recall(task.start().task(), place, ended.endOffset()));
    }
  }

  void start(Input.Start i, Decision out) {
    var key = i.options().key();
    var known = key == null ? null : state.taskWithKey(key);
    if (known != null) {
      join(i, known, out);
      return;
    }
    var unserved = unserved(i.options());
    if (unserved != null) {
      Engine.refuse(i.request(), unknownFunction(unserved, i.options()), out);
      return;
    }
    var debounce = i.options().queueing().debounce();
    var waiting = debounce == null ? null : state.queues().debounced(i.function(), debounce);
    var id = waiting == null ? i.id() : waiting;
    var version = choose(i.function(), id, i.options());
    if (version == null) {
      Engine.refuse(i.request(), unknownFunction(i.function(), i.options()), out);
      return;
    }
    if (!i.options().overrides().isEmpty()) {
      out.act(new Action.Rerouted());
    }
    var birth = new Birth(i.function(), version, i.arguments(), i.options(), null);
    if (waiting == null) {
      begin(id, birth, out);
    } else {
      queues.putOff(waiting, birth, out);
    }
    if (i.until() == Input.Until.ENDED) {
      live.watch(id, i.request());
    } else {
      out.act(new Action.Reply(i.request(), new Action.Answer.Started(id), out.barrier()));
    }
  }

  /// What a task is born with.
  ///
  /// @param parent null if it has none
  record Birth(
      FunctionName function,
      Version version,
      Payload arguments,
      StartOptions options,
      @Nullable TaskId parent) {}

  /// Starts a task under the current routes. If it has to wait for its turn, that is due next, by
  /// [EngineState#nextTimer].
  void begin(TaskId id, Birth birth, Decision out) {
    var started =
        new Event.Started(
            id,
            birth.function(),
            birth.version(),
            state.routes().revision(),
            birth.arguments(),
            birth.options().withQueueing(Queueing.NONE),
            birth.parent(),
            out.nowMillis());
    out.emit(started);
    if (state.queues().concern(birth.function(), birth.options().queueing())) {
      var queueing = birth.options().queueing().timed(out.nowMillis(), out.nowMillis());
      out.emit(new Event.Queued(id, queueing, out.nowMillis()));
      queues.endIfDeadlocked(id, birth, out);
    } else {
      run(id, started, out);
    }
  }

  private void join(Input.Start i, Keyed keyed, Decision out) {
    if (!keyed.isFor(i.function(), i.arguments())) {
      Engine.refuse(i.request(), taken(i, keyed), out);
      return;
    }
    var known = keyed.task();
    if (i.until() == Input.Until.ENDED) {
      watch(i.request(), known, out);
    } else {
      var answer = new Action.Answer.Started(known);
      out.act(new Action.Reply(i.request(), answer, state.lastOffset()));
    }
  }

  private static Problem taken(Input.Start i, Keyed keyed) {
    boolean same = keyed.function().equals(i.function());
    return Problem.of(
        EngineCode.KEY_TAKEN,
        "the idempotency key "
            + i.options().key()
            + " belongs to task "
            + keyed.task()
            + ", which called "
            + keyed.function()
            + (same ? " with other arguments" : ""),
        "Use a key of its own for each thing that is asked; nothing was started");
  }

  @Nullable Version choose(FunctionName function, TaskId id, StartOptions options) {
    var forced = options.overrides().get(function);
    if (forced != null) {
      return serves(forced, function) ? forced : null;
    }
    var choice = state.routes().choose(function, new Caller(id, options.attributes()));
    return choice == null ? null : choice.version();
  }

  /// A function whose version the options set to one that does not have it. Were it let in, the
  /// task could start a child that nobody serves.
  private @Nullable FunctionName unserved(StartOptions options) {
    for (var override : options.overrides().entrySet()) {
      if (!serves(override.getValue(), override.getKey())) {
        return override.getKey();
      }
    }
    return null;
  }

  private boolean serves(Version version, FunctionName function) {
    var universe = state.universes().get(version);
    return universe != null && universe.functions().containsKey(function);
  }

  Problem unknownFunction(FunctionName function, StartOptions options) {
    var forced = options.overrides().get(function);
    var known = state.routes().policies().keySet();
    return Problem.of(
        EngineCode.UNKNOWN_FUNCTION,
        "no universe has the function "
            + function
            + (forced == null ? "" : " at version " + forced),
        known.isEmpty()
            ? "Deploy a universe first, with `perdure deploy JAR --as v1`"
            : "Deploy a universe that has it, or call one of " + known);
  }

  void watch(Request request, TaskId id, Decision out) {
    var ended = state.endedTask(id);
    if (ended != null) {
      var answer = new Action.Answer.Ended(id, ended.endOffset(), null);
      out.act(new Action.Reply(request, answer, ended.endOffset()));
    } else if (state.task(id) != null) {
      live.watch(id, request);
    } else {
      Engine.refuse(request, Engine.missing(state, id), out);
    }
  }

  void unwatch(Request request, TaskId id) {
    live.unwatch(id, request);
  }

  void report(Event.OfTask event, @Nullable TraceContext child, Decision out) {
    attempts.report(event, child, out);
  }

  void checkpoint(Input.Checkpoint i, Decision out) {
    attempts.checkpoint(i, out);
  }

  void attemptEnded(Input.AttemptEnded i, Decision out) {
    live.end(i.task());
    boolean rehearses = migrations.goOn(i.task(), out);
    var task = state.task(i.task());
    if (task == null || task.status() != TaskStatus.RUNNING) {
      return;
    }
    if (i.crash().isEmpty()) {
      if (!rehearses) {
        run(i.task(), null, out);
      }
      return;
    }
    long wait = Limits.CRASH_BACKOFF_MILLIS << task.crashes;
    long retryAt = task.crashes + 1 < Limits.CRASHES_MAX ? out.nowMillis() + wait : 0;
    out.emit(new Event.Crashed(i.task(), i.crash(), retryAt, out.nowMillis()));
    if (retryAt > 0) {
      live.retry(i.task(), retryAt);
    }
  }

  /// What was answered while the attempt ended is for the next one.
  void attemptSuspended(Input.AttemptSuspended i, Decision out) {
    live.end(i.task());
    boolean rehearses = migrations.goOn(i.task(), out);
    var task = state.task(i.task());
    if (task == null || task.status() != TaskStatus.RUNNING) {
      return;
    }
    if (task.waiting().keySet().containsAll(i.places())) {
      out.emit(new Event.Suspended(i.task()));
    } else if (!rehearses) {
      run(i.task(), null, out);
    }
  }

  /// Cancels one task. To tell the branches that wait, and then to cancel the children, is due
  /// next, by [EngineState#nextTimer].
  void cancel(TaskState task, Change change, Decision out) {
    var id = task.start().task();
    if (task.status() == TaskStatus.DIVERGED || task.status() == TaskStatus.QUEUED) {
      attempts.finish(
          task, new Event.Finished(id, new Outcome.Cancelled(change.why()), out.nowMillis()), out);
      return;
    }
    if (task.cancellations().cancelled(Branch.ROOT)) {
      return;
    }
    out.emit(new Event.CancelRequested(id, change, out.nowMillis()));
    interrupt(task, Branch.ROOT, change.why(), out);
    if (task.status() == TaskStatus.PAUSED || task.suspended()) {
      run(id, null, out);
    }
  }

  /// The branch and all inside it shall stop: an effect that is performed there is interrupted.
  void interrupt(TaskState task, Branch branch, String why, Decision out) {
    out.act(new Action.Interrupt(task.start().task(), branch, why));
    tries.cancelled(task, branch, out);
  }

  /// Decides about the tries of effects.
  TryDecisions tries() {
    return tries;
  }

  /// Decides about limits and turns.
  QueueDecisions queues() {
    return queues;
  }

  /// Decides about migrations.
  MigrationDecisions migrations() {
    return migrations;
  }

  /// Decides about universes and routes.
  RouteDecisions routes() {
    return routes;
  }

  /// Decides about schedules.
  ScheduleDecisions schedules() {
    return schedules;
  }

  /// Tells some of the task's branches that shall stop, and wait, to do so.
  private static void tell(TaskState task, Decision out) {
    task.untold(Limits.TOLD_AT_ONCE_MAX)
        .forEach(
            (place, why) -> out.answer(task.start().task(), place, new Outcome.Cancelled(why)));
  }

  void pause(TaskState task, Change change, Decision out) {
    if (task.status() == TaskStatus.RUNNING) {
      out.emit(new Event.Paused(task.start().task(), change, out.nowMillis()));
      out.act(new Action.Unwind(task.start().task()));
    }
  }

  void resume(TaskState task, Change change, Decision out) {
    if (task.status() != TaskStatus.RUNNING) {
      out.emit(new Event.Resumed(task.start().task(), change, out.nowMillis()));
      run(task.start().task(), null, out);
    }
  }

  /// What is due next; null if no timer is set. Nothing is before the log has been taken over, for
  /// that is the first event of a life.
  @Nullable Timer nextTimer() {
    if (!isOpen) {
      return null;
    }
    return Timer.first(state.nextTimer(), live.nextTimer());
  }

  /// Fires the timer that is due longest, if one is due. What it leads to takes it off: the events
  /// of a sleep and a deadline do, for a timer of the state belongs to a place that waits, or to a
  /// task that lives and is not cancelled. Those of a telling do, for they are answers to places
  /// that are to be told. Those of a due cancellation do, for it belongs to a task that lives, and
  /// either is not cancelled or has diverged: it is asked to stop, or ended. Those of a schedule
  /// do, for it fires or skips the instant, and goes on to the next one. Those of a queue do, for a
  /// task of it begins. Those of a trial do, for its policy is replaced.
  void tick(Decision out) {
    var timer = nextTimer();
    if (timer == null || timer.dueMillis() > out.nowMillis()) {
      return;
    }
    var task = state.task(timer.task());
    switch (timer.kind()) {
      case RETRY -> retry(timer, task, out);
      case SLEEP -> awaken(timer, out);
      case TELLING -> tell(Objects.requireNonNull(task), out);
      case CANCELLATION ->
          cancel(
              Objects.requireNonNull(task),
              Objects.requireNonNull(state.dueCancellations().get(timer.task())),
              out);
      case DEADLINE ->
          cancel(
              Objects.requireNonNull(task),
              new Change("deadline", "the task's deadline has passed"),
              out);
      case SCHEDULE -> schedules.due(timer, out);
      case QUEUE -> queues.due(timer, out);
      case TRIAL -> routes.giveUp(out);
      case TRY, TIMEOUT, HEARTBEAT -> tries.due(timer, Objects.requireNonNull(timer.place()), out);
    }
  }

  private void retry(Timer timer, @Nullable TaskState task, Decision out) {
    live.drop(timer);
    if (task != null && task.status() == TaskStatus.RUNNING) {
      run(timer.task(), null, out);
    }
  }

  private static void awaken(Timer timer, Decision out) {
    out.answer(
        timer.task(), Objects.requireNonNull(timer.place()), new Outcome.Returned(Payload.NIL));
  }

  /// Begins an attempt, unless one is under way: its end will ask again.
  void run(TaskId id, Event.@Nullable Started fresh, Decision out) {
    if (live.begin(id)) {
      out.act(new Action.Run(id, fresh));
    }
  }
}
