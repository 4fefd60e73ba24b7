package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// Who serves the calls that a branch makes, as it stood when the branch was at its last effect. A
/// change of routes binds a branch from its next effect on: so of two calls with no effect in
/// between, which leave one trace or none, both are served alike, and so they are in a replay.
@FunctionalInterface
public interface Bound {
  /// As at the task's start.
  Bound TO_START = function -> null;

  /// Who serves a call of the function; null: as at the task's start.
  @Nullable Choice choose(FunctionName function);
}
