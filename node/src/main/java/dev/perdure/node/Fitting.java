package dev.perdure.node;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Version;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks that code which is let in, or routed to, fits the code that calls it and the code that it
/// calls (E26). What cannot be loaded neither calls nor serves, so it stands in nobody's way. For
/// any thread but the writer's.
record Fitting(Deployed deployed, Asking asking) {

  /// Whether a candidate can stand in for what serves now, is what its callers declare, and
  /// declares what serves its calls.
  ///
  /// @param version it is let in as
  /// @throws PerdureException `JAVA_INCOMPATIBLE`, `EXTERN_UNKNOWN`, `EXTERN_INCOMPATIBLE`,
  ///   `ROUTE_EFFECTS`
  void check(Version version, FrozenUniverse candidate) {
    var policies = asking.read(state -> state.routes().policies());
    primaries(candidate, policies, version)
        .forEach((v, functions) -> deployed.checkStandsIn(candidate, functions, v));
    for (var caller : callers(policies)) {
      for (var declared : deployed.externs(caller)) {
        check(declared, caller, own(version, candidate, declared.function()));
      }
    }
    for (var declared : candidate.externs()) {
      checkServed(version, candidate, declared, policies.get(declared.function()));
    }
    for (var function : candidate.functions()) {
      for (var other : versions(policies.get(function))) {
        var served = other.equals(version) ? null : served(other, function);
        refuse(served == null ? null : candidate.routing(function, served));
      }
    }
  }

  /// The versions that serve functions of a candidate now, but for `itself`, each with those
  /// functions.
  private static Map<Version, Set<FunctionName>> primaries(
      FrozenUniverse candidate, Map<FunctionName, Policy> policies, Version itself) {
    var primaries = new TreeMap<Version, Set<FunctionName>>();
    for (var name : candidate.functions()) {
      var policy = policies.get(name);
      if (policy != null) {
        primaries.computeIfAbsent(policy.primaryVersion(), _ -> new TreeSet<>()).add(name);
      }
    }
    primaries.remove(itself);
    return primaries;
  }

  private void checkServed(
      Version version, FrozenUniverse candidate, Declared declared, @Nullable Policy policy) {
    var own = own(version, candidate, declared.function());
    if (policy == null && own == null) {
      throw Externs.unserved(declared);
    }
    check(declared, version, own);
    for (var serving : versions(policy)) {
      check(declared, version, served(serving, declared.function()));
    }
  }

  /// Whether functions are what their callers declare, and do what these may, if routes are changed
  /// so.
  ///
  /// @throws PerdureException `EXTERN_INCOMPATIBLE`, `ROUTE_EFFECTS`
  void check(Map<FunctionName, Policy> changes) {
    for (var caller : callers(asking.read(state -> state.routes().policies()))) {
      for (var declared : deployed.externs(caller)) {
        for (var serving : versions(changes.get(declared.function()))) {
          check(declared, caller, served(serving, declared.function()));
        }
      }
      changes.forEach((function, policy) ->
          policy.versions().forEach(serving -> checkInside(caller, function, serving)));
    }
  }

  private void checkInside(Version caller, FunctionName function, Version serving) {
    var served = serving.equals(caller) ? null : served(serving, function);
    refuse(served == null ? null : deployed.routing(caller, function, served));
  }

  /// The versions that serve something, and so may call.
  private Set<Version> callers(Map<FunctionName, Policy> policies) {
    return policies.values().stream()
        .flatMap(policy -> policy.versions().stream())
        .filter(this::isLoadable)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Externs.@Nullable Served served(Version version, FunctionName function) {
    return isLoadable(version) ? deployed.served(version, function) : null;
  }

  private boolean isLoadable(Version version) {
    try {
      deployed.at(version);
      return true;
    } catch (PerdureException missing) {
      return false;
    }
  }

  private static Externs.@Nullable Served own(
      Version version, FrozenUniverse candidate, FunctionName function) {
    return candidate
        .types(function)
        .map(types -> new Externs.Served(version.text(), types, candidate.effects(function)))
        .orElse(null);
  }

  private static List<Version> versions(@Nullable Policy policy) {
    return policy == null ? List.of() : policy.versions();
  }

  private static void check(Declared declared, Version caller, Externs.@Nullable Served served) {
    if (served != null) {
      Externs.check(declared, caller.text(), served);
    }
  }

  private static void refuse(@Nullable Problem problem) {
    if (problem != null) {
      throw problem.exception();
    }
  }
}
