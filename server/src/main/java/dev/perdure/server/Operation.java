package dev.perdure.server;

/// What an endpoint does. Runs on a virtual thread of its own, and may block.
@FunctionalInterface
interface Operation {
  /// @throws dev.perdure.value.PerdureException if it cannot be done
  Answer run(Request request);
}
