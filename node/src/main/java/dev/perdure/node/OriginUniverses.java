package dev.perdure.node;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Origin;
import dev.perdure.engine.Universe;
import dev.perdure.engine.Universes;
import dev.perdure.engine.Version;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The universes of a replay of an imported task: a version's name means what it meant where the
/// task ran, and any other name what it means here. So two engines may have used one name for two
/// contents. A version of this node stands in for those that served where the task ran.
final class OriginUniverses implements Universes {
  private final Origin origin;
  private final UniverseStore store;
  private final Universes here;
  private final Map<Version, Universe> loaded = new ConcurrentHashMap<>();

  OriginUniverses(Origin origin, UniverseStore store, Universes here) {
    this.origin = origin;
    this.store = store;
    this.here = here;
  }

  @Override
  public Universe at(Version version) {
    var info = origin.universes().get(version);
    return info == null
        ? here.at(version)
        : loaded.computeIfAbsent(version, v -> store.load(v, info.hash(), false).running());
  }

  @Override
  public Version previous(Version version, FunctionName function) {
    var stoodIn = origin.previous().getOrDefault(version, Map.of()).get(function);
    var served = origin.routes().policy(function);
    if (stoodIn == null && served != null && !origin.universes().containsKey(version)) {
      return served.primaryVersion();
    }
    return stoodIn == null ? here.previous(version, function) : stoodIn;
  }

  @Override
  public String position() {
    return here.position();
  }
}
