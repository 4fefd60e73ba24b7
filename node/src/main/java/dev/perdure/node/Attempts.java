package dev.perdure.node;

import dev.perdure.engine.Action;
import dev.perdure.engine.Binding;
import dev.perdure.engine.Bound;
import dev.perdure.engine.Branch;
import dev.perdure.engine.Caller;
import dev.perdure.engine.CheckpointPolicy;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Input;
import dev.perdure.engine.Place;
import dev.perdure.engine.RouteTable;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskRun;
import dev.perdure.engine.TaskStatus;
import dev.perdure.engine.Universes;
import dev.perdure.engine.Unwinding;
import dev.perdure.engine.Version;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The attempts that are under way on this node: begins them, passes them what the writer decides,
/// and reports how they end. Actions come on the writer's thread; attempts run on threads of their
/// own.
final class Attempts implements Shell {
  private final EngineState state;
  private final Surroundings around;
  private final Universes universes;
  private final Histories histories;
  private final TaskRun.Observer observer;
  private final Runnable rerouted;
  private final Rehearsals rehearsals;
  private final int checkpointEffects;
  private final Map<TaskId, LiveTask> live = new ConcurrentHashMap<>();

  /// Tasks whose attempts are not begun because tasks stand still. The engine takes them for
  /// running.
  private final Set<TaskId> held = new HashSet<>();

  private final Suspensions suspensions;
  private final Replays<TaskId> replays;
  private final Recalls recalls;
  private volatile Routing routing;
  private volatile boolean closing;

  /// @param state read on the writer's thread only
  /// @param observer is offered shadow calls
  /// @param rerouted called on the writer's thread when routes or universes have changed
  /// @param memory what tasks that wait may take of it
  /// @param checkpointEffects effects of a task after which its code leaves a checkpoint
  /// @param rehearsals runs histories with other versions
  Attempts(
      EngineState state,
      Surroundings around,
      Universes universes,
      Histories histories,
      TaskRun.Observer observer,
      Runnable rerouted,
      MemoryLimits memory,
      int checkpointEffects,
      Rehearsals rehearsals) {
    this.checkpointEffects = checkpointEffects;
    this.rehearsals = rehearsals;
    this.suspensions = new Suspensions(memory.idle().toMillis(), this::mayBeSuspended);
    this.replays = new Replays<>(memory.replays(), around.inputs()::wake);
    this.recalls =
        new Recalls(around.threads(), around.inputs(), histories::outcome, this::recallWish);
    this.state = state;
    this.around = around;
    this.universes = universes;
    this.histories = histories;
    this.observer = observer;
    this.rerouted = rerouted;
    this.routing = Routing.of(state);
  }

  @Override
  public void act(Action action) {
    switch (action) {
      case Action.Run a -> begin(a.task(), a.fresh());
      case Action.Rehearse a -> rehearse(a.task(), a.binding());
      case Action.Proceed a -> answer(a.task(), a.place(), LiveTask.PROCEED);
      case Action.Deliver a -> answer(a.task(), a.place(), a.outcome());
      case Action.Recall a -> recalls.begin(a);
      case Action.TimeOut a -> timeOut(a);
      case Action.Interrupt a -> interrupt(a.task(), a.branch(), a.why());
      case Action.Unwind a -> halt(a.task());
      case Action.Reply a -> ((PendingReply<?>) a.request()).complete(a.answer());
      case Action.Rerouted _ -> reroute();
      case Action.Overridden a -> override(a.task());
    }
  }

  private void answer(TaskId task, Place place, Object answer) {
    var attempt = live.get(task);
    if (attempt != null) {
      attempt.answer(place, answer);
    }
  }

  private void interrupt(TaskId task, Branch branch, String why) {
    var attempt = live.get(task);
    if (attempt != null) {
      attempt.cancel(branch, why);
    }
  }

  private void timeOut(Action.TimeOut a) {
    var attempt = live.get(a.task());
    if (attempt != null) {
      attempt.timeOut(a.place().branch(), a.why());
    }
  }

  private void halt(TaskId task) {
    var attempt = live.get(task);
    if (attempt != null) {
      attempt.halt();
      around.effects().wakeAll();
    } else if (held.remove(task)) {
      around.inputs().add(new Input.AttemptEnded(task, ""));
    }
  }

  private void reroute() {
    routing = Routing.of(state);
    rerouted.run();
  }

  private void override(TaskId task) {
    var attempt = live.get(task);
    var now = state.task(task);
    if (attempt != null && now != null) {
      attempt.overrides(Map.copyOf(now.overrides()));
    }
    rerouted.run();
  }

  /// Ends all attempts and begins no more; each reports that it has ended.
  void haltAll() {
    closing = true;
    live.values().forEach(LiveTask::halt);
    around.effects().wakeAll();
  }

  /// Who would serve a task that is started now; null if no universe has the function.
  @Nullable Version serving(Caller caller, FunctionName function) {
    var choice = routing.current().choose(function, caller);
    return choice == null ? null : choice.version();
  }

  /// The version that serves a function unless something else decides; null if no universe has it.
  @Nullable Version primary(FunctionName function) {
    var policy = routing.current().policy(function);
    return policy == null ? null : policy.primaryVersion();
  }

  /// How many attempts are under way.
  int size() {
    return live.size();
  }

  private void begin(TaskId id, Event.@Nullable Started fresh) {
    if (closing) {
      held.add(id);
    } else if (fresh != null || replays.admit(id)) {
      run(id, fresh);
    }
  }

  /// The task may have ended or been paused since this was decided.
  private void run(TaskId id, Event.@Nullable Started fresh) {
    var task = state.task(id);
    if (task == null || task.status() != TaskStatus.RUNNING) {
      if (fresh == null) {
        replays.over();
      }
      around.inputs().add(new Input.AttemptEnded(id, ""));
      return;
    }
    var attempt =
        new LiveTask(
            id,
            around.threads(),
            suspensions,
            task.cancellations().copy(),
            Map.copyOf(task.overrides()));
    if (fresh == null) {
      attempt.replays(replays::over);
    }
    live.put(id, attempt);
    var start = task.start();
    var routes = state.routesAt(start.routes());
    var past = fresh != null ? Recollection.Past.NONE : Recollection.Past.of(task);
    around.threads().start("task " + id, () -> run(attempt, start, routes, past));
  }

  private void run(
      LiveTask attempt, Event.Started start, RouteTable routes, Recollection.Past past) {
    var crash = "";
    try {
      var outcome = taskRun(attempt, start, routes, past).runToEnd();
      var end = new Event.Finished(attempt.id(), outcome, around.clock().millis());
      around.inputs().add(new Input.FromTask(end));
    } catch (Unwinding unwinding) {
      report(attempt, unwinding);
      crash = attempt.crash();
    } catch (Throwable fault) {
      crash = Failures.crash(fault);
    }
    attempt.caughtUp();
    live.remove(attempt.id(), attempt);
    var places = attempt.suspendedAt();
    around
        .inputs()
        .addAndWake(
            places == null || !crash.isEmpty()
                ? new Input.AttemptEnded(attempt.id(), crash)
                : new Input.AttemptSuspended(attempt.id(), places));
  }

  @Override
  public void look(long nowMillis) {
    suspensions.look(nowMillis);
    if (!closing) {
      recalls.look(nowMillis);
    }
    while (!closing && replays.hasNext()) {
      run(replays.next(), null);
    }
  }

  @Override
  public boolean hasMore() {
    return !closing && replays.hasNext();
  }

  @Override
  public boolean crowded() {
    return replays.crowded();
  }

  /// Who stands still wants to know when it goes on.
  private Recalls.Wish recallWish(Action.Recall a) {
    var task = state.task(a.task());
    if (task == null || !task.waiting().containsKey(a.place())) {
      return Recalls.Wish.NEVER;
    }
    return task.status() == TaskStatus.RUNNING ? Recalls.Wish.NOW : Recalls.Wish.LATER;
  }

  /// Code that lets no unwinding pass cannot be suspended.
  private boolean mayBeSuspended(LiveTask attempt) {
    var task = state.task(attempt.id());
    return task != null
        && state.universes().keySet().stream()
            .noneMatch(v -> !universes.unwinds(v) && state.needs(task, v));
  }

  /// Nothing of the task runs, so its history is as long as it is. It may have ended.
  private void rehearse(TaskId id, Binding binding) {
    var task = state.task(id);
    if (task == null) {
      around.inputs().add(new Input.Rehearsed(id, binding, null));
      return;
    }
    var rehearsal =
        new Rehearsal(
            task.start().bound(binding), state.routesAt(binding.routes()), task.lastOffset());
    rehearsals.run(inert -> {
      var problem = rehearsal.run(histories, inert);
      around.inputs().addAndWake(new Input.Rehearsed(id, binding, problem));
    });
  }

  private TaskRun taskRun(
      LiveTask attempt, Event.Started start, RouteTable routes, Recollection.Past past) {
    var traffic = traffic(attempt, Caller.of(start), routes);
    var checkpoints = new CheckpointPolicy(checkpointEffects);
    return new Recollection(
            histories,
            universes,
            start,
            traffic.bound(),
            (journal, resumption) ->
                new TaskRun(
                    start,
                    routes,
                    journal,
                    new LiveWorld(attempt, around, traffic, start, universes, checkpoints),
                    universes,
                    observer,
                    new ThreadSpawner(around.threads(), attempt),
                    resumption))
        .run(past, attempt, checkpoints);
  }

  private LiveWorld.Traffic traffic(LiveTask attempt, Caller caller, RouteTable atStart) {
    return new LiveWorld.Traffic() {
      private volatile Standing last = new Standing(routing, attempt.overrides(), atStart, caller);

      @Override
      public Bound bound() {
        var known = last;
        var now = routing;
        var overrides = attempt.overrides();
        if (!known.is(now, overrides)) {
          known = new Standing(now, overrides, atStart, caller);
          last = known;
        }
        return known;
      }

      @Override
      public boolean knows(FunctionName function) {
        return routing.knows(function);
      }
    };
  }

  private void report(LiveTask attempt, Unwinding unwinding) {
    switch (unwinding.reason()) {
      case HALTED -> {}
      case DIVERGED ->
          around
              .inputs()
              .add(
                  new Input.FromTask(
                      new Event.Diverged(
                          attempt.id(),
                          Objects.requireNonNull(unwinding.divergence()),
                          around.clock().millis())));
      case UNREADABLE -> attempt.crash(Objects.requireNonNull(unwinding.problem()).text());
      case END_OF_HISTORY -> throw new AssertionError("the live world has an answer to everything");
      case UNANSWERABLE, LIMIT -> throw new AssertionError("a live attempt is no stand-in");
    }
  }
}
