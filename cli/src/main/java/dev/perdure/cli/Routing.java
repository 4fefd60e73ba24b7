package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.server.view.RouteFile;
import org.jspecify.annotations.Nullable;

/// A route as the engine's API tells it.
final class Routing {
  private Routing() {}

  /// In words.
  ///
  /// @param routing null: there is none
  static String text(@Nullable Fields routing) {
    return routing == null ? "no route" : Describe.policy(RouteFile.policy(routing.tree()));
  }
}
