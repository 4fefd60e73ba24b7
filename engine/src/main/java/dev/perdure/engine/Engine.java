package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The pure core: takes inputs one by one and answers each with events and actions. No thread,
/// clock, random, file or socket is in here; whoever drives it brings them. Confined to one thread.
public final class Engine {
  private final EngineState state;
  private final Volatile live = new Volatile();
  private final TaskDecisions tasks;
  private final ScheduleDecisions schedules;
  private final RouteDecisions routes;
  private final ImportDecisions imports;
  private final MessageDecisions messages;

  /// An engine that goes on from a state folded from its log.
  public Engine(EngineState state) {
    this.state = state;
    this.tasks = new TaskDecisions(state, live);
    this.schedules = tasks.schedules();
    this.routes = tasks.routes();
    this.imports = new ImportDecisions(state);
    this.messages = new MessageDecisions(state);
  }

  /// The state, for reading.
  public EngineState state() {
    return state;
  }

  /// What is due next; null if no timer is set.
  public @Nullable Timer nextTimer() {
    return tasks.nextTimer();
  }

  /// Decides one input and folds the events into the state. The events must then be appended to the
  /// log, at the offsets given, before any action is done; if that fails the engine must not be
  /// used again.
  ///
  /// @param nowMillis the time of the input, in milliseconds since 1970; it may go back
  public Decision step(Input input, long nowMillis) {
    var decision = new Decision(state.lastOffset() + 1, nowMillis);
    decide(input, decision);
    long offset = decision.firstOffset();
    for (var event : decision.events()) {
      decision.follows(state.newest(event));
      state.checkKnown(event);
      boolean wakes = wakes(event);
      state.apply(event, offset++);
      if (wakes) {
        tasks.run(((Event.OfTask) event).task(), null, decision);
      }
    }
    return decision;
  }

  /// Whether the event gives a suspended task something to do.
  private boolean wakes(Event event) {
    var task = event instanceof Event.Answered e ? state.task(e.task()) : null;
    return task != null && task.suspended() && task.status() == TaskStatus.RUNNING;
  }

  /// Lets go of what is kept of tasks that wait for long or stand still, beyond what is worth its
  /// memory.
  ///
  /// @param end offset below which events can be read
  public void cool(long end) {
    state.cool(end, live::running);
  }

  private void decide(Input input, Decision out) {
    switch (input) {
      case Input.FromTask i -> tasks.report(i.event(), i.child(), out);
      case Input.Checkpoint i -> tasks.checkpoint(i, out);
      case Input.Start i -> tasks.start(i, out);
      case Input.AttemptEnded i -> tasks.attemptEnded(i, out);
      case Input.AttemptSuspended i -> tasks.attemptSuspended(i, out);
      case Input.TryAgain i -> tasks.tries().again(i, out);
      case Input.Beat i -> tasks.tries().beat(i, out);
      case Input.Watch i -> tasks.watch(i.request(), i.task(), out);
      case Input.Unwatch i -> tasks.unwatch(i.request(), i.task());
      case Input.Look i ->
          out.act(new Action.Reply(i.request(), new Action.Answer.Done(), Action.EVERYTHING));
      case Input.Tick _ -> tasks.tick(out);
      case Input.Send i -> messages.send(i, out);
      case Input.Cancel i ->
          control(i.request(), i.task(), out, t -> tasks.cancel(t, i.change(), out));
      case Input.Pause i ->
          controlBegun(i.request(), i.task(), out, t -> tasks.pause(t, i.change(), out));
      case Input.Resume i ->
          controlBegun(i.request(), i.task(), out, t -> tasks.resume(t, i.change(), out));
      case Input.Migrate i -> tasks.migrations().migrate(i, out);
      case Input.Rehearsed i -> tasks.migrations().rehearsed(i, out);
      case Input.SetLimit i -> tasks.queues().limit(i, out);
      case Input.Open i -> tasks.open(i.owner(), out);
      case Input.Accept i ->
          done(i.request(), new Event.Accepted(i.owner(), i.change(), out.nowMillis()), out);
      case Input.Fork i ->
          done(i.request(), new Event.Forked(i.fork(), i.change(), out.nowMillis()), out);
      case Input.Forget i -> forget(i, out);
      case Input.ShadowsDropped i ->
          out.emit(new Event.ShadowsDropped(i.compared(), i.calls(), out.nowMillis()));
      case Input.Deploy i -> routes.deploy(i, out);
      case Input.Remove i -> routes.remove(i, out);
      case Input.Route i -> routes.route(i, out);
      case Input.Rollback i -> routes.rollback(i, out);
      case Input.SwitchTask i -> routes.override(i, out);
      case Input.SetSchedule i -> schedules.set(i, out);
      case Input.PauseSchedule i -> schedules.pause(i, out);
      case Input.RemoveSchedule i -> schedules.remove(i, out);
      case Input.Import i -> imports.take(i, out);
    }
  }

  /// Children that are yet to be told of a cancellation learn of it from the end of their parent.
  private void forget(Input.Forget i, Decision out) {
    long below =
        Math.min(state.toForget(i.endedByMillis()), state.queues().oldestCounting(out.nowMillis()));
    if (below > state.forgottenBelow() && state.dueCancellations().isEmpty()) {
      out.emit(new Event.Forgotten(below, state.remains(), i.change(), out.nowMillis()));
    }
    done(i.request(), out);
  }

  /// What a person says is so, and acknowledged when it is durable.
  private static void done(Request request, Event said, Decision out) {
    out.emit(said);
    done(request, out);
  }

  /// The same of a task that has begun.
  private void controlBegun(Request request, TaskId id, Decision out, Consumer<TaskState> change) {
    var task = state.task(id);
    if (task != null && task.status() == TaskStatus.QUEUED) {
      refuse(request, QueueDecisions.waits(id), out);
    } else {
      control(request, id, out, change);
    }
  }

  /// A change of a live task: refused if there is none, else done and acknowledged when durable.
  private void control(Request request, TaskId id, Decision out, Consumer<TaskState> change) {
    var task = state.task(id);
    if (task == null) {
      refuse(request, missing(state, id), out);
      return;
    }
    change.accept(task);
    done(request, out);
  }

  /// Refuses when all is durable that the reason may rest on, such as the end of a task.
  static void refuse(Request request, Problem problem, Decision out) {
    out.act(new Action.Reply(request, new Action.Answer.Refused(problem), out.barrier()));
  }

  /// Acknowledges when all is durable that was decided.
  static void done(Request request, Decision out) {
    out.act(new Action.Reply(request, new Action.Answer.Done(), out.barrier()));
  }

  static Problem missing(EngineState state, TaskId id) {
    if (state.importedTask(id) != null) {
      return Problem.of(
          EngineCode.TASK_IMPORTED,
          "task " + id + " belongs to another engine",
          "Control it there; a task that was imported can only be looked at and replayed");
    }
    return state.endedTask(id) != null
        ? Problem.of(
            EngineCode.TASK_ENDED,
            "task " + id + " has ended",
            "Start a new task; a task that has ended can only be looked at and replayed")
        : Problem.of(
            EngineCode.UNKNOWN_TASK,
            "there is no task " + id,
            "Look its id up with `perdure task list`");
  }
}
