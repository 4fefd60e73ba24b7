package dev.perdure.cli;

import dev.perdure.engine.EffectRunner;
import dev.perdure.wat.start.Grants;
import dev.perdure.wat.start.ProcessWorld;
import java.util.Map;

/// What a program of wat is granted.
///
/// @param files what it may read and write
/// @param effects who performs the effects of interfaces, by the names of their classes
record Granted(Grants files, Map<String, EffectRunner> effects) {
  /// Nothing.
  static final Granted NONE = new Granted(Grants.NONE, Map.of());

  Granted {
    effects = Map.copyOf(effects);
  }

  /// A world with it.
  ProcessWorld in(ProcessWorld world) {
    return world.granted(files).performing(effects);
  }
}
