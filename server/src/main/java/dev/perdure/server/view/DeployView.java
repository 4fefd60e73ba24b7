package dev.perdure.server.view;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was deployed, each function beside those of the other versions, for programs.
public final class DeployView {
  private DeployView() {}

  /// @param before what was deployed before
  /// @param routed the functions that have a route now
  public static Data data(
      Version as, UniverseInfo info, Map<Version, UniverseInfo> before, Set<FunctionName> routed) {
    var functions = new ArrayList<Data>();
    info.functions()
        .forEach((name, function) -> {
          var same = sameAs(as, name, function, before);
          functions.add(
              Data.of("name", name)
                  .with("signature", function.signature())
                  .with("hash", function.hash())
                  .with("content", content(as, name, same, before))
                  .withAny("sameAs", same)
                  .with("routed", routed.contains(name)));
        });
    return Data.of("version", as)
        .with("hash", info.hash())
        .with("new", !before.containsKey(as))
        .with("functions", functions);
  }

  private static String content(
      Version as, FunctionName name, @Nullable Version same, Map<Version, UniverseInfo> before) {
    if (before.containsKey(as)) {
      return "unchanged";
    }
    if (same != null) {
      return "same";
    }
    boolean known = before.values().stream().anyMatch(u -> u.functions().containsKey(name));
    return known ? "changed" : "new";
  }

  /// The first other version that has the same function under the same name.
  private static @Nullable Version sameAs(
      Version as,
      FunctionName name,
      UniverseInfo.FunctionInfo function,
      Map<Version, UniverseInfo> universes) {
    for (var other : new TreeMap<>(universes).entrySet()) {
      var its = other.getValue().functions().get(name);
      if (!other.getKey().equals(as) && its != null && its.hash().equals(function.hash())) {
        return other.getKey();
      }
    }
    return null;
  }
}
