package dev.perdure.node;

import dev.perdure.engine.Change;
import dev.perdure.engine.Declarations;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Input;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.java.ClassSource;
import dev.perdure.java.FreezeResult;
import dev.perdure.java.Freezer;
import dev.perdure.java.Frozen;
import dev.perdure.java.run.JavaUniverse;
import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Freezes classes, checks whether they can stand in for what serves now, and lets them in as a
/// version. For any thread but the writer's.
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
  UniverseInfo deploy(Version version, ClassSource source, List<String> roots, Change change) {
    var frozen = freezer.freeze(source, roots).orThrow();
    if (!isDeployed(version, Hash.parse(frozen.hash()))) {
      checkStandsIn(version, frozen);
    }
    var universe = new JavaUniverse(version, frozen, false);
    store.keep(frozen, source, roots);
    deployed.offer(universe);
    try {
      asking.done(r -> new Input.Deploy(r, version, universe.info(), declarations(frozen), change));
    } catch (PerdureException refused) {
      deployed.withdraw(universe);
      throw refused;
    }
    return universe.info();
  }

  private Declarations declarations(Frozen frozen) {
    var all = frozen.functions().values().stream().flatMap(f -> f.declared().stream()).toList();
    return all.isEmpty() ? Declarations.NONE : new Declarations(ids.task(), all);
  }

  /// See [Node#check].
  GateReport check(Version version, ClassSource source, List<String> roots, int endedMax) {
    var frozen = freezer.freeze(source, roots).orThrow();
    if (!isDeployed(version, Hash.parse(frozen.hash()))) {
      checkDeployable(version, frozen);
    }
    var gate =
        new DeployGate(
            new JavaUniverse(version, frozen, true),
            version,
            deployed.inert(),
            asking.read(EngineState::routes),
            histories,
            revision -> asking.read(state -> state.routesAt(revision)));
    return gate.check(version, asking.read(state -> DeployGate.choose(state, endedMax)));
  }

  private void checkDeployable(Version version, Frozen frozen) {
    asking
        .read(state -> state.taken(version, Hash.parse(frozen.hash())))
        .ifPresent(problem -> {
          throw problem.exception();
        });
    checkStandsIn(version, frozen);
  }

  private void checkStandsIn(Version version, Frozen frozen) {
    served(frozen, version).forEach((v, functions) -> deployed.checkStandsIn(frozen, functions, v));
  }

  /// See [Node#problems].
  List<Problem> problems(ClassSource source, List<String> roots) {
    return freezer.freeze(source, roots) instanceof FreezeResult.Refused refused
        ? refused.problems()
        : List.of();
  }

  /// Whether the version has this content already: deploying it again changes no route, but mends
  /// what is kept of it.
  private boolean isDeployed(Version version, Hash hash) {
    return asking.read(state -> {
      var info = state.universes().get(version);
      return info != null && info.hash().equals(hash);
    });
  }

  /// The versions that serve functions of `frozen` now, but for `itself`, each with those
  /// functions.
  private Map<Version, Set<FunctionName>> served(Frozen frozen, Version itself) {
    var served = new TreeMap<Version, Set<FunctionName>>();
    var policies = asking.read(state -> state.routes().policies());
    for (var name : frozen.functions().keySet()) {
      var policy = policies.get(new FunctionName(name));
      if (policy != null) {
        served
            .computeIfAbsent(policy.primaryVersion(), v -> new TreeSet<>())
            .add(new FunctionName(name));
      }
    }
    served.remove(itself);
    return served;
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
