package dev.perdure.engine;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the engine that ran a task knew of versions, as far as a replay of the task needs it. It
/// travels with the task to another engine, whose own routes and versions it leaves alone: a
/// version's name means in a replay what it meant there.
///
/// @param routes that bound the task
/// @param universes every version that the task may ask for
/// @param previous for each of them, the versions it stands in for
public record Origin(
    RouteTable routes,
    Map<Version, UniverseInfo> universes,
    Map<Version, Map<FunctionName, Version>> previous) {
  public Origin {
    universes = Collections.unmodifiableMap(new TreeMap<>(universes));
    var copy = new TreeMap<Version, Map<FunctionName, Version>>();
    previous.forEach((version, functions) ->
        copy.put(version, Collections.unmodifiableMap(new TreeMap<>(functions))));
    previous = Collections.unmodifiableMap(copy);
  }

  /// The origin of a task that `state` knows.
  ///
  /// @param history of the task
  public static Origin of(EngineState state, List<Event.OfTask> history) {
    var start = Event.Started.of(history);
    var imported = state.importedTask(start.task());
    if (imported != null) {
      return imported.origin();
    }
    var routes = state.routesAt(start.routes());
    var universes = new TreeMap<Version, UniverseInfo>();
    var previous = new TreeMap<Version, Map<FunctionName, Version>>();
    var wanted = new ArrayDeque<>(named(routes, start, history));
    while (!wanted.isEmpty()) {
      var version = wanted.remove();
      var info = info(state, version);
      if (info != null && universes.put(version, info) == null) {
        var standsInFor = state.previous().getOrDefault(version, Map.of());
        previous.put(version, standsInFor);
        wanted.addAll(standsInFor.values());
      }
    }
    return new Origin(routes, universes, previous);
  }

  private static @Nullable UniverseInfo info(EngineState state, Version version) {
    var deployed = state.universes().get(version);
    return deployed != null ? deployed : state.removed().get(version);
  }

  /// The versions that routes, options and history name.
  private static TreeSet<Version> named(
      RouteTable routes, Event.Started start, List<Event.OfTask> history) {
    var versions = new TreeSet<Version>();
    versions.add(start.version());
    versions.addAll(start.options().overrides().values());
    routes.policies().values().forEach(policy -> versions.addAll(policy.versions()));
    for (var event : history) {
      if (event instanceof Event.Overridden e) {
        versions.add(e.version());
      } else if (event instanceof Event.Recorded e
          && e.effect() instanceof Effect.Choose
          && e.outcome() instanceof Outcome.Returned chosen) {
        versions.add(new Version(chosen.value().text()));
      }
    }
    return versions;
  }
}
