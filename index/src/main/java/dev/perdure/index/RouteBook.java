package dev.perdure.index;

import dev.perdure.engine.Change;
import dev.perdure.engine.Describe;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which functions have a route, and the revision of the routes: what has to be known to number
/// their changes as the engine does.
final class RouteBook {
  private final Set<FunctionName> functions;
  private long revision;

  /// @param revision of the newest change that is in the file; 0: none is
  RouteBook(Set<FunctionName> functions, long revision) {
    this.functions = new TreeSet<>(functions);
    this.revision = revision;
  }

  /// A copy that may be thrown away with the transaction it is for.
  RouteBook copy() {
    return new RouteBook(functions, revision);
  }

  /// A deployed universe gives a route to the functions that had none.
  List<Write> deployed(Event.Deployed e, long offset) {
    var fresh = new TreeMap<FunctionName, Policy>();
    for (var function : e.universe().functions().keySet()) {
      if (!functions.contains(function)) {
        fresh.put(function, new Policy.Primary(e.version()));
      }
    }
    return fresh.isEmpty() ? List.of() : changed(fresh, false, e.change(), e.atMillis(), offset);
  }

  /// Routes were changed.
  List<Write> routed(Event.Routed e, long offset) {
    return changed(e.changes(), e.running(), e.change(), e.atMillis(), offset);
  }

  private List<Write> changed(
      Map<FunctionName, Policy> changes,
      boolean running,
      Change change,
      long atMillis,
      long offset) {
    revision++;
    functions.addAll(changes.keySet());
    var writes = new ArrayList<Write>();
    changes.forEach((function, policy) ->
        writes.add(
            new Write(
                Sql.ROUTE,
                offset,
                function.text(),
                revision,
                Describe.policy(policy),
                running ? 1 : 0,
                atMillis,
                change.who(),
                change.why())));
    return writes;
  }
}
