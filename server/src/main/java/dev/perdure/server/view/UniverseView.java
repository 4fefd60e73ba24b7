package dev.perdure.server.view;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Version;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;

/// A deployed universe, and who uses it.
///
/// @param routes how many functions are routed to it
/// @param tasks how many live tasks need it
public record UniverseView(
    Version version, String hash, List<String> functions, long tasks, long routes) {

  /// All that are deployed, by version.
  public static List<UniverseView> all(EngineState state) {
    var all = new ArrayList<UniverseView>();
    state
        .universes()
        .forEach((version, info) ->
            all.add(
                new UniverseView(
                    version,
                    info.hash().toString(),
                    info.functions().keySet().stream().map(Object::toString).toList(),
                    state.needing(version).count(),
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
        .with("liveTasks", tasks)
        .with("functions", functions);
  }
}
