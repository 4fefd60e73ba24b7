package dev.perdure.api;

import java.util.Optional;

/// Reads the environment variables of the host's process, those that it shows.
///
/// What is read becomes part of the task's history: secrets belong to implementations of effects,
/// not into variables that a task reads.
@Effect
public interface Env {
  /// The value of a variable; empty if it is not set.
  ///
  /// @throws GrantMissing if the host does not show it
  @ReadOnly
  Optional<String> get(String name);
}
