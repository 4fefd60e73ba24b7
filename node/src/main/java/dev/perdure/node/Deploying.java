package dev.perdure.node;

import dev.perdure.engine.Change;
import dev.perdure.engine.Declarations;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.Input;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.java.Freezer;
import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Freezes code, checks whether it can stand in for what serves now, and lets it in as a version.
/// For any thread but the writer's.
///
/// @param store keeps what is let in
/// @param ids draws the chances of declared schedules
record Deploying(
    Freezer freezer,
    Deployed deployed,
    UniverseStore store,
    RandomIds ids,
    Asking asking,
    Histories histories) {

  /// See [Node#deploy].
  UniverseInfo deploy(Version version, UniverseSource source, Change change) {
    var frozen = source.freeze(freezer);
    if (!isDeployed(version, frozen.hash())) {
      fitting().check(version, frozen);
    }
    var universe = frozen.load(version, false);
    store.keep(frozen);
    deployed.offer(universe);
    try {
      asking.done(r ->
          new Input.Deploy(r, version, universe.running().info(), declarations(frozen), change));
    } catch (PerdureException refused) {
      deployed.withdraw(universe);
      throw refused;
    }
    return universe.running().info();
  }

  private Declarations declarations(FrozenUniverse frozen) {
    var all = frozen.declared();
    return all.isEmpty() ? Declarations.NONE : new Declarations(ids.task(), all);
  }

  /// See [Node#check].
  GateReport check(Version version, UniverseSource source, int endedMax) {
    var frozen = source.freeze(freezer);
    if (!isDeployed(version, frozen.hash())) {
      checkDeployable(version, frozen);
    }
    var gate =
        new DeployGate(
            frozen.load(version, true).running(),
            version,
            deployed.inert(),
            asking.read(EngineState::routes),
            histories,
            revision -> asking.read(state -> state.routesAt(revision)));
    return gate.check(version, asking.read(state -> DeployGate.choose(state, endedMax)));
  }

  private void checkDeployable(Version version, FrozenUniverse frozen) {
    asking
        .read(state -> state.taken(version, frozen.hash()))
        .ifPresent(problem -> {
          throw problem.exception();
        });
    fitting().check(version, frozen);
  }

  private Fitting fitting() {
    return new Fitting(deployed, asking);
  }

  /// See [Node#problems].
  List<Problem> problems(UniverseSource source) {
    return source.problems(freezer);
  }

  /// Whether the version has this content already: deploying it again changes no route, but mends
  /// what is kept of it.
  private boolean isDeployed(Version version, Hash hash) {
    return asking.read(state -> {
      var info = state.universes().get(version);
      return info != null && info.hash().equals(hash);
    });
  }

  /// See [Node#checkUniverses].
  Map<Version, Problem> checkKept() {
    var problems = new TreeMap<Version, Problem>();
    asking
        .read(state -> Map.copyOf(state.universes()))
        .forEach((version, info) -> {
          try {
            store.check(info.hash());
          } catch (PerdureException e) {
            problems.put(version, e.problem());
          }
        });
    return problems;
  }
}
