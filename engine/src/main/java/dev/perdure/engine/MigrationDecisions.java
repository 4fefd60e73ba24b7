package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the engine decides about migrations: running tasks that shall go on with other versions
/// (E11). A migration is all or nothing: the task's attempt is ended, its whole history is
/// rehearsed with the versions it shall have, and only if that asks what is recorded the task is
/// bound anew; else it goes on as it was. Until then nothing of it is in the log.
final class MigrationDecisions {
  private final EngineState state;
  private final Volatile live;
  private final TaskDecisions tasks;

  MigrationDecisions(EngineState state, Volatile live, TaskDecisions tasks) {
    this.state = state;
    this.live = live;
    this.tasks = tasks;
  }

  void migrate(Input.Migrate i, Decision out) {
    var task = state.task(i.task());
    if (task == null) {
      Engine.refuse(i.request(), Engine.missing(state, i.task()), out);
      return;
    }
    var binding = binding(task, i.to());
    if (binding == null) {
      Engine.refuse(i.request(), unfit(task, i.to()), out);
    } else if (live.migration(i.task()) != null) {
      Engine.refuse(i.request(), busy(i.task()), out);
    } else if (binding.equals(Binding.of(task.start()))) {
      Engine.done(i.request(), out);
    } else if (task.status() == TaskStatus.QUEUED) {
      out.emit(new Event.Migrated(i.task(), binding, i.change(), out.nowMillis()));
      Engine.done(i.request(), out);
    } else {
      begin(i, out);
    }
  }

  private void begin(Input.Migrate i, Decision out) {
    live.migrate(i);
    if (live.running(i.task())) {
      // Behind the beginning of that attempt, which may still wait for what is durable.
      out.act(new Action.Unwind(i.task(), Action.EVERYTHING));
    } else {
      goOn(i.task(), out);
    }
  }

  /// The task's attempt is over: what it is to do next.
  ///
  /// @return whether it is to be migrated; else it is the caller's
  boolean goOn(TaskId id, Decision out) {
    var wanted = live.migration(id);
    if (wanted == null) {
      return false;
    }
    var task = state.task(id);
    if (task == null) {
      refuse(wanted, Engine.missing(state, id), out);
      return false;
    }
    var binding = binding(task, wanted.to());
    if (binding == null) {
      refuse(wanted, unfit(task, wanted.to()), out);
      return false;
    }
    live.begin(id);
    out.act(new Action.Rehearse(id, binding));
    return true;
  }

  /// A rehearsal is over. If routes have changed meanwhile, so that the task would be bound
  /// otherwise, there is another one.
  void rehearsed(Input.Rehearsed i, Decision out) {
    live.end(i.task());
    var wanted = live.migration(i.task());
    var task = state.task(i.task());
    if (wanted == null) {
      throw new IllegalStateException("a rehearsal of task " + i.task() + " that nobody wanted");
    }
    if (task == null) {
      refuse(wanted, Engine.missing(state, i.task()), out);
    } else if (i.problem() != null) {
      refuse(wanted, i.problem(), out);
      run(task, out);
    } else if (i.binding().equals(binding(task, wanted.to()))) {
      bind(wanted, task, i.binding(), out);
    } else if (!goOn(i.task(), out)) {
      run(task, out);
    }
  }

  /// A task that had diverged goes on: it has another code now.
  private void bind(Input.Migrate wanted, TaskState task, Binding binding, Decision out) {
    live.migrated(wanted.task());
    out.emit(new Event.Migrated(wanted.task(), binding, wanted.change(), out.nowMillis()));
    if (task.status() == TaskStatus.DIVERGED) {
      tasks.resume(task, wanted.change(), out);
    } else {
      run(task, out);
    }
    Engine.done(wanted.request(), out);
  }

  private void run(TaskState task, Decision out) {
    if (!task.stands()) {
      tasks.run(task.start().task(), null, out);
    }
  }

  private void refuse(Input.Migrate wanted, Problem problem, Decision out) {
    live.migrated(wanted.task());
    Engine.refuse(wanted.request(), problem, out);
  }

  /// What would bind the task.
  ///
  /// @param to the version that shall serve all its functions; null: as the routes say now
  /// @return null if no such universe is deployed, or it does not have the task's function
  private @Nullable Binding binding(TaskState task, @Nullable Version to) {
    var routes = state.routes();
    var overrides = new TreeMap<FunctionName, Version>();
    if (to != null) {
      var universe = state.universes().get(to);
      if (universe == null || !universe.functions().containsKey(task.start().function())) {
        return null;
      }
      universe.functions().keySet().forEach(function -> overrides.put(function, to));
    }
    return new Binding(version(task.start(), routes, overrides), routes.revision(), overrides);
  }

  /// Routes only grow, so the task's function has one.
  private static Version version(
      Event.Started start, RouteTable routes, Map<FunctionName, Version> overrides) {
    var forced = overrides.get(start.function());
    return forced != null
        ? forced
        : Objects.requireNonNull(routes.choose(start.function(), Caller.of(start))).version();
  }

  /// Why the version cannot bind the task.
  private Problem unfit(TaskState task, @Nullable Version version) {
    var function = task.start().function();
    var having =
        state.universes().entrySet().stream()
            .filter(universe -> universe.getValue().functions().containsKey(function))
            .map(Map.Entry::getKey)
            .toList();
    return state.universes().containsKey(version)
        ? Problem.of(
            EngineCode.UNKNOWN_FUNCTION,
            version + " does not have " + function + ", the function of the task",
            "Name a version that has it, "
                + having
                + "; `perdure route set NAME --task ID --version "
                + version
                + "` moves its calls of another function")
        : Problem.of(
            EngineCode.UNKNOWN_VERSION,
            "no universe is deployed as " + version,
            "Deploy it first, or name one of " + having);
  }

  private static Problem busy(TaskId id) {
    return Problem.of(
        EngineCode.TASK_MIGRATING,
        "task " + id + " is being migrated already",
        "Wait until that is over, then look with `perdure task show " + id + "`");
  }
}
