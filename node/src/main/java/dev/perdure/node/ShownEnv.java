package dev.perdure.node;

import dev.perdure.api.Env;
import dev.perdure.api.GrantMissing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Performs [Env] with some of the variables of an environment. Safe for use by many threads.
///
/// @param environment the variables, by name
/// @param shown the names of those that may be read, set or not
public record ShownEnv(Map<String, String> environment, Set<String> shown) implements Env {
  public ShownEnv {
    environment = Map.copyOf(environment);
    shown = Set.copyOf(shown);
  }

  @Override
  public Optional<String> get(String name) {
    if (!shown.contains(name)) {
      throw new GrantMissing("the variable " + name + " is not shown", "--allow-env " + name);
    }
    return Optional.ofNullable(environment.get(name));
  }
}
