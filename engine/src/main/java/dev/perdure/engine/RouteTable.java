package dev.perdure.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One state of the routes: which policy each function has. Immutable.
///
/// @param revision its number
/// @param policies by function, in the order of names
public record RouteTable(Revision revision, Map<FunctionName, Policy> policies) {
  /// Buckets a task id falls into: 0.01 percent each.
  private static final int BUCKETS = 10_000;

  /// The state in which nothing is deployed.
  public static final RouteTable EMPTY = new RouteTable(Revision.EMPTY, Map.of());

  public RouteTable {
    policies = Collections.unmodifiableMap(new TreeMap<>(policies));
  }

  /// The next state: this one with some policies replaced.
  public RouteTable with(Map<FunctionName, Policy> changes) {
    var next = new TreeMap<>(policies);
    next.putAll(changes);
    return new RouteTable(revision.next(), next);
  }

  /// The policy of a function; null if no deployed universe has it.
  public @Nullable Policy policy(FunctionName function) {
    return policies.get(function);
  }

  /// Decides who serves a call of `function`. Depends on its arguments only.
  ///
  /// @return null if the function has no policy
  public @Nullable Choice choose(FunctionName function, Caller caller) {
    var policy = policies.get(function);
    return switch (policy) {
      case null -> null;
      case Policy.Primary p -> Choice.only(p.version());
      case Policy.Shadow s ->
          sampled(s.percent(), function, caller.task())
              ? Choice.shadowed(s.primary(), s.candidate())
              : Choice.only(s.primary());
      case Policy.Percent p ->
          Choice.among(sampled(p.percent(), function, caller.task()) ? p.candidate() : p.primary());
      case Policy.Attribute a -> Choice.among(a.version(caller.attributes()));
    };
  }

  private static boolean sampled(double percent, FunctionName function, TaskId task) {
    return task.bucket(function.text(), BUCKETS) < Math.round(percent * (BUCKETS / 100.0));
  }
}
