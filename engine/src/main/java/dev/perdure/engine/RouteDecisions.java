package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the engine decides about universes and routes. A change that changes nothing is no event.
final class RouteDecisions {
  private final EngineState state;
  private final ScheduleDecisions schedules;

  RouteDecisions(EngineState state, ScheduleDecisions schedules) {
    this.state = state;
    this.schedules = schedules;
  }

  void deploy(Input.Deploy i, Decision out) {
    var taken = state.taken(i.version(), i.universe().hash());
    if (taken.isPresent()) {
      Engine.refuse(i.request(), taken.get(), out);
      return;
    }
    if (!state.universes().containsKey(i.version())) {
      out.emit(new Event.Deployed(i.version(), i.universe(), i.change(), out.nowMillis()));
      schedules.deployed(i, out);
      out.act(new Action.Rerouted());
    }
    Engine.done(i.request(), out);
  }

  void remove(Input.Remove i, Decision out) {
    var version = i.version();
    if (!state.universes().containsKey(version)) {
      refuseUnknown(i.request(), version, out);
      return;
    }
    var user = user(version);
    if (user != null) {
      refuse(
          i.request(),
          EngineCode.VERSION_IN_USE,
          "version " + version + " is in use by " + user,
          "Route its functions to another version and wait until its tasks have ended",
          out);
      return;
    }
    out.emit(new Event.Removed(version, i.change(), out.nowMillis()));
    out.act(new Action.Rerouted());
    Engine.done(i.request(), out);
  }

  /// Who still needs the version: a route, or a live task that started while a route named it.
  private @Nullable String user(Version version) {
    for (var route : state.routes().policies().entrySet()) {
      if (route.getValue().versions().contains(version)) {
        return "the route of " + route.getKey();
      }
    }
    return state.needing(version).findFirst().map(task -> "task " + task).orElse(null);
  }

  void route(Input.Route i, Decision out) {
    if (allServe(i.request(), i.changes(), out)) {
      change(i.changes(), i.running(), i.change(), out);
      Engine.done(i.request(), out);
    }
  }

  void rollback(Input.Rollback i, Decision out) {
    long wanted = i.to().number();
    if (wanted < 0 || wanted >= state.revisions().size()) {
      refuse(
          i.request(),
          EngineCode.UNKNOWN_REVISION,
          "the routes have no revision " + i.to(),
          "Name one from r0 to " + state.routes().revision(),
          out);
      return;
    }
    var policies = state.routesAt(i.to()).policies();
    if (allServe(i.request(), policies, out)) {
      change(policies, false, i.change(), out);
      Engine.done(i.request(), out);
    }
  }

  /// Gives a candidate up whose trial has failed: tasks that start from now on go to the primary.
  void giveUp(Decision out) {
    var failed = Objects.requireNonNull(state.trials().failed());
    var function = failed.getKey();
    var policy = Objects.requireNonNull(state.routes().policy(function));
    change(
        Map.of(function, new Policy.Primary(policy.primaryVersion())),
        false,
        new Change("threshold", failed.getValue().why()),
        out);
  }

  private void change(
      Map<FunctionName, Policy> wanted, boolean running, Change change, Decision out) {
    var changes = new TreeMap<FunctionName, Policy>();
    wanted.forEach((function, policy) -> {
      if (!policy.equals(state.routes().policy(function))) {
        changes.put(function, policy);
      }
    });
    if (!changes.isEmpty()) {
      out.emit(new Event.Routed(changes, running, change, out.nowMillis()));
      schedules.routed(changes, change, out);
      out.act(new Action.Rerouted());
    }
  }

  void override(Input.SwitchTask i, Decision out) {
    if (!serves(i.request(), i.function(), i.version(), out)) {
      return;
    }
    if (state.task(i.task()) == null
        && state.endedTask(i.task()) == null
        && state.importedTask(i.task()) == null) {
      Engine.refuse(i.request(), Engine.missing(state, i.task()), out);
      return;
    }
    out.emit(
        new Event.Overridden(i.task(), i.function(), i.version(), i.change(), out.nowMillis()));
    out.act(new Action.Overridden(i.task()));
    Engine.done(i.request(), out);
  }

  private boolean allServe(Request request, Map<FunctionName, Policy> policies, Decision out) {
    for (var entry : policies.entrySet()) {
      for (var version : entry.getValue().versions()) {
        if (!serves(request, entry.getKey(), version, out)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean serves(Request request, FunctionName function, Version version, Decision out) {
    var universe = state.universes().get(version);
    if (universe == null) {
      refuseUnknown(request, version, out);
      return false;
    }
    if (!universe.functions().containsKey(function)) {
      refuse(
          request,
          EngineCode.UNKNOWN_FUNCTION,
          "version " + version + " has no function " + function,
          "Name one of its functions " + universe.functions().keySet(),
          out);
      return false;
    }
    return true;
  }

  private void refuseUnknown(Request request, Version version, Decision out) {
    refuse(
        request,
        EngineCode.UNKNOWN_VERSION,
        "no universe is deployed as " + version,
        "Deploy it first, or name one of " + state.universes().keySet(),
        out);
  }

  private static void refuse(
      Request request, EngineCode code, String what, String remedy, Decision out) {
    Engine.refuse(request, Problem.of(code, what, remedy), out);
  }
}
