package dev.perdure.node;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.ImportedTask;
import dev.perdure.engine.Origin;
import dev.perdure.engine.Replay;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Universe;
import dev.perdure.engine.Universes;
import dev.perdure.engine.Version;
import dev.perdure.engine.travel.Moment;
import dev.perdure.engine.travel.Timeline;
import dev.perdure.value.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads what has happened to one task, as far as it has come by now, and makes it ready to be
/// replayed. For any thread but the writer's.
///
/// @param store has the universes that imported tasks brought along
record Lookback(Asking asking, Histories histories, Deployed deployed, UniverseStore store) {

  /// See [Node#history(TaskId)].
  List<Event.OfTask> history(TaskId task) {
    return histories.read(newest(task));
  }

  /// See [Node#history(TaskId, Consumer)].
  void history(TaskId task, Consumer<Noted> reader) {
    histories.forEach(
        newest(task), (offset, event) -> reader.accept(new Noted(offset.value(), event)));
  }

  /// See [Node#history(TaskId, long, int)].
  List<Noted> history(TaskId task, long after, int limit) {
    return histories.page(newest(task), after, limit);
  }

  private long newest(TaskId task) {
    return asking.read(state -> newest(state, task));
  }

  private static long newest(EngineState state, TaskId id) {
    var live = state.task(id);
    if (live != null) {
      return live.lastOffset();
    }
    var ended = state.endedTask(id);
    if (ended != null) {
      return ended.lastOffset();
    }
    var imported = state.importedTask(id);
    if (imported == null) {
      throw Problem.of(
              EngineCode.UNKNOWN_TASK,
              "there is no task " + id,
              "Look its id up with `perdure task list`")
          .exception();
    }
    return imported.lastOffset();
  }

  /// See [Node#moments].
  List<Moment> moments(TaskId task, long from, int atMost) {
    var timeline = new Timeline(replayable(task, Map.of(), Extras.none()));
    var moments = new ArrayList<Moment>();
    GateThread.runOne("perdure moments", () -> moments.addAll(timeline.moments(from, atMost)));
    return moments;
  }

  /// A task's history with all that is needed to replay it.
  ///
  /// @param switched functions that another version than the recorded one shall serve, beside those
  ///   set for the task
  /// @param extras who answers what a switched version asks in excess
  /// @throws dev.perdure.value.PerdureException `UNKNOWN_TASK`, `UNIVERSE_MISSING`, and of what is
  ///   switched `UNKNOWN_VERSION`, `UNKNOWN_FUNCTION`
  Replayable replayable(TaskId task, Map<FunctionName, Version> switched, Extras extras) {
    long newest = newest(task);
    var history = histories.fold(newest);
    var start = history.start();
    var origin =
        asking
            .read(state -> Optional.ofNullable(state.importedTask(task)))
            .map(ImportedTask::origin);
    var routes =
        origin.map(Origin::routes).orElseGet(() -> asking.read(s -> s.routesAt(start.routes())));
    var here = deployed.inert();
    var universes = origin.<Universes>map(o -> new OriginUniverses(o, store, here)).orElse(here);
    var versions = new TreeMap<>(history.overrides());
    versions.putAll(switched);
    versions.forEach((function, version) -> checkServes(universes.at(version), function, version));
    var replay = new Replay(start, routes, history.journal(), history.outcome());
    return new Replayable(
        replay,
        universes,
        versions,
        extras,
        reader -> histories.forEach(newest, (_, event) -> reader.accept(event)));
  }

  private static void checkServes(Universe universe, FunctionName function, Version version) {
    var functions = universe.info().functions().keySet();
    if (!functions.contains(function)) {
      throw Problem.of(
              EngineCode.UNKNOWN_FUNCTION,
              "version " + version + " has no function " + function,
              "Name one of its functions " + functions)
          .exception();
    }
  }
}
