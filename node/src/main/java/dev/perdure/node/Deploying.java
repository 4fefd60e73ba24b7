package dev.perdure.node;

import dev.perdure.engine.Change;
import dev.perdure.engine.Declarations;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Input;
import dev.perdure.engine.Policy;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.java.Freezer;
import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
      checkFits(version, frozen);
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
    checkFits(version, frozen);
  }

  /// Whether it can stand in for what serves now, is what its callers declare, and declares what
  /// serves its calls.
  private void checkFits(Version version, FrozenUniverse frozen) {
    served(frozen, version).forEach((v, functions) -> deployed.checkStandsIn(frozen, functions, v));
    var policies = asking.read(state -> state.routes().policies());
    for (var caller : serving(policies)) {
      for (var declared : deployed.externs(caller)) {
        check(declared, caller, own(version, frozen, declared));
      }
    }
    for (var declared : frozen.externs()) {
      checkServed(declared, version, frozen, policies.get(declared.function()));
    }
    for (var function : frozen.functions()) {
      for (var other : versions(policies.get(function))) {
        var served = other.equals(version) ? null : deployed.served(other, function);
        refuse(served == null ? null : frozen.routing(function, served));
      }
    }
  }

  private static List<Version> versions(@Nullable Policy policy) {
    return policy == null ? List.of() : policy.versions();
  }

  private static void refuse(@Nullable Problem problem) {
    if (problem != null) {
      throw problem.exception();
    }
  }

  private static void check(Declared declared, Version caller, Externs.@Nullable Served served) {
    if (served != null) {
      Externs.check(declared, caller.text(), served);
    }
  }

  private static Externs.@Nullable Served own(
      Version version, FrozenUniverse frozen, Declared declared) {
    return frozen
        .types(declared.function())
        .map(
            types -> new Externs.Served(version.text(), types, frozen.effects(declared.function())))
        .orElse(null);
  }

  private void checkServed(
      Declared declared, Version version, FrozenUniverse frozen, @Nullable Policy policy) {
    var own = own(version, frozen, declared);
    if (policy == null && own == null) {
      throw Externs.unserved(declared);
    }
    check(declared, version, own);
    if (policy != null) {
      for (var serving : policy.versions()) {
        check(declared, version, deployed.served(serving, declared.function()));
      }
    }
  }

  /// The versions that serve something.
  private static Set<Version> serving(Map<FunctionName, Policy> policies) {
    return policies.values().stream()
        .flatMap(policy -> policy.versions().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Checks that functions are what their callers declare and do what these may, before routes are
  /// changed.
  ///
  /// @throws PerdureException `EXTERN_INCOMPATIBLE`, `ROUTE_EFFECTS`
  void checkRoutes(Map<FunctionName, Policy> changes) {
    var known = asking.read(state -> Set.copyOf(state.universes().keySet()));
    for (var caller : serving(asking.read(state -> state.routes().policies()))) {
      for (var declared : deployed.externs(caller)) {
        var policy = changes.get(declared.function());
        if (policy != null && known.containsAll(policy.versions())) {
          policy
              .versions()
              .forEach(v -> check(declared, caller, deployed.served(v, declared.function())));
        }
      }
      changes.forEach((function, policy) -> {
        if (known.containsAll(policy.versions())) {
          policy.versions().forEach(v -> checkInside(caller, function, v));
        }
      });
    }
  }

  private void checkInside(Version caller, FunctionName function, Version serving) {
    var served = serving.equals(caller) ? null : deployed.served(serving, function);
    refuse(served == null ? null : deployed.routing(caller, function, served));
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

  /// The versions that serve functions of `frozen` now, but for `itself`, each with those
  /// functions.
  private Map<Version, Set<FunctionName>> served(FrozenUniverse frozen, Version itself) {
    var served = new TreeMap<Version, Set<FunctionName>>();
    var policies = asking.read(state -> state.routes().policies());
    for (var name : frozen.functions()) {
      var policy = policies.get(name);
      if (policy != null) {
        served.computeIfAbsent(policy.primaryVersion(), v -> new TreeSet<>()).add(name);
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
