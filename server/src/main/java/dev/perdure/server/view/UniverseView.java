package dev.perdure.server.view;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Version;
import dev.perdure.index.LiveCount;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deployed universe, and who uses it.
///
/// @param tasks how many live tasks need it; null if nobody has counted them
/// @param routes how many functions are routed to it
public record UniverseView(
    Version version, String hash, List<String> functions, @Nullable Long tasks, long routes) {

  /// All that are deployed, by version. Every live task is looked at: not for the writer's thread
  /// of an engine at work.
  public static List<UniverseView> counted(EngineState state) {
    return all(state, version -> state.needing(version).count());
  }

  /// All that are deployed, by version.
  ///
  /// @param live the live tasks, as far as they are known; null: not counted
  public static List<UniverseView> all(EngineState state, @Nullable List<LiveCount> live) {
    if (live == null) {
      return all(state, _ -> null);
    }
    var tasks = Needs.count(state, live);
    return all(state, version -> tasks.getOrDefault(version, 0L));
  }

  private interface Count {
    @Nullable Long of(Version version);
  }

  private static List<UniverseView> all(EngineState state, Count tasks) {
    var all = new ArrayList<UniverseView>();
    state
        .universes()
        .forEach((version, info) ->
            all.add(
                new UniverseView(
                    version,
                    info.hash().toString(),
                    info.functions().keySet().stream().map(Object::toString).toList(),
                    tasks.of(version),
                    state.routes().policies().values().stream()
                        .filter(p -> p.versions().contains(version))
                        .count())));
    return all;
  }

  /// For programs.
  public Data data() {
    return Data.of("version", version)
        .with("hash", hash)
        .with("routes", routes)
        .withAny("liveTasks", tasks)
        .with("functions", functions);
  }
}
