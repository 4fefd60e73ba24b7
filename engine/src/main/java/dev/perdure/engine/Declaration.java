package dev.perdure.engine;

/// What code says about how one of its functions is run.
public sealed interface Declaration permits Schedule {
  /// The function.
  FunctionName function();
}
