package dev.perdure.server.view;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Revision;
import dev.perdure.engine.TaskState;
import dev.perdure.engine.Version;
import dev.perdure.index.LiveCount;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many live tasks need a version, as [EngineState#needs] says of each: counted by groups of
/// tasks that were started with the same version under the same routes. Only those that a version
/// is set for are looked at one by one.
final class Needs {
  private Needs() {}

  static Map<Version, Long> count(EngineState state, List<LiveCount> groups) {
    var counts = new HashMap<Version, Long>();
    var bound = new HashSet<Version>();
    long from = state.routes().revision().number() + 1;
    var newestFirst = groups.stream().sorted(Comparator.comparing(LiveCount::routes).reversed());
    for (var group : newestFirst.toList()) {
      for (; from > group.routes().number(); from--) {
        bound.addAll(versions(state, from - 1));
      }
      bound.forEach(version -> counts.merge(version, group.count(), Long::sum));
      if (!bound.contains(group.version())) {
        counts.merge(group.version(), group.count(), Long::sum);
      }
    }
    state.forcedTasks().forEach(task -> countForced(state, task, counts));
    return counts;
  }

  private static Set<Version> versions(EngineState state, long revision) {
    var versions = new HashSet<Version>();
    state.routesAt(new Revision(revision)).policies().values().stream()
        .map(Policy::versions)
        .forEach(versions::addAll);
    return versions;
  }

  /// What is set for the task, beyond what its group has been counted for.
  private static void countForced(EngineState state, TaskState task, Map<Version, Long> counts) {
    var forced = new HashSet<>(task.overrides().values());
    forced.addAll(task.start().options().overrides().values());
    task.chosen().forEach(served -> forced.add(served.version()));
    forced.remove(task.start().version());
    long newest = state.routes().revision().number();
    for (long r = task.start().routes().number(); r <= newest && !forced.isEmpty(); r++) {
      forced.removeAll(versions(state, r));
    }
    forced.forEach(version -> counts.merge(version, 1L, Long::sum));
  }
}
