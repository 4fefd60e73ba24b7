package dev.perdure.node;

import dev.perdure.engine.Bound;
import dev.perdure.engine.Caller;
import dev.perdure.engine.Choice;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.RouteTable;
import dev.perdure.engine.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who serves the calls of one task at one moment.
///
/// @param overrides versions that serve the task whatever the routes say
/// @param atStart the routes of the task's start
record Standing(
    Routing routing, Map<FunctionName, Version> overrides, RouteTable atStart, Caller caller)
    implements Bound {
  @Override
  public @Nullable Choice choose(FunctionName function) {
    var forced = overrides.get(function);
    return forced != null ? Choice.forced(forced) : routing.choose(atStart, function, caller);
  }

  /// Whether nothing has changed since: the very same pictures are in force.
  @SuppressWarnings("ReferenceEquality") // pictures are replaced, never changed
  boolean is(Routing newRouting, Map<FunctionName, Version> newOverrides) {
    return routing == newRouting && overrides == newOverrides;
  }
}
