package dev.perdure.sim;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Universe;
import dev.perdure.engine.Universes;
import dev.perdure.engine.Version;
import dev.perdure.value.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The universes that a node has, as it is told by its engine; their programs outlive every crash.
final class SimUniverses implements Universes {
  private final Map<Version, ToyUniverse> stored;
  private Set<Version> deployed = Set.of();
  private Map<Version, Map<FunctionName, Version>> previous = Map.of();

  SimUniverses(Map<Version, ToyUniverse> stored) {
    this.stored = stored;
  }

  /// Takes what the engine has deployed.
  void refresh(EngineState state) {
    deployed = Set.copyOf(state.universes().keySet());
    previous = Map.copyOf(state.previous());
  }

  @Override
  public Universe at(Version version) {
    var universe = stored.get(version);
    if (universe == null || !deployed.contains(version)) {
      throw Problem.of(
              EngineCode.UNKNOWN_VERSION, "no universe is deployed as " + version, "Deploy it")
          .exception();
    }
    return universe;
  }

  @Override
  public Version previous(Version version, FunctionName function) {
    return previous.getOrDefault(version, new TreeMap<>()).getOrDefault(function, version);
  }

  @Override
  public String position() {
    return "";
  }

  /// The same programs for replays and shadows, whatever is deployed.
  Universes inert(Mischief mischief) {
    return new Universes() {
      @Override
      public Universe at(Version version) {
        return java.util.Objects.requireNonNull(stored.get(version)).with(mischief);
      }

      @Override
      public Version previous(Version version, FunctionName function) {
        return SimUniverses.this.previous(version, function);
      }

      @Override
      public String position() {
        return "";
      }
    };
  }
}
