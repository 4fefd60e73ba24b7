package dev.perdure.node;

import dev.perdure.engine.Caller;
import dev.perdure.engine.Choice;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.RouteTable;
import org.jspecify.annotations.Nullable;

/// The routes as task threads see them: an immutable picture that the writer replaces when they
/// change.
///
/// @param current the newest state
/// @param running the newest state that binds running tasks too
record Routing(RouteTable current, RouteTable running) {
  /// The picture of a state.
  static Routing of(EngineState state) {
    return new Routing(state.routes(), state.runningRoutes());
  }

  /// Who serves a call that a task makes now: as at its start, unless a newer state binds it too.
  @Nullable Choice choose(RouteTable atStart, FunctionName function, Caller caller) {
    var table = running.revision().compareTo(atStart.revision()) > 0 ? running : atStart;
    return table.choose(function, caller);
  }

  /// Whether any universe has the function.
  boolean knows(FunctionName function) {
    return current.policy(function) != null;
  }
}
