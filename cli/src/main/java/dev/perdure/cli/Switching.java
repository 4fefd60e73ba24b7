package dev.perdure.cli;

import dev.perdure.engine.Extras;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Version;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which versions a replay switches functions to.
final class Switching {
  @Option(
      names = "--switch",
      paramLabel = "FUNCTION=VERSION",
      description = "Let this version serve the function.")
  Map<String, String> switched = Map.of();

  @Option(
      names = "--extra",
      paramLabel = "stop|live",
      description = {
        "What a switched version asks in excess stops the replay (stop, the default), or is",
        "answered by the clock, chance and the implementations of --bind (live)."
      })
  Extra extra = Extra.STOP;

  @Mixin Bindings bindings = new Bindings();

  /// Who answers what a switched version asks in excess.
  enum Extra {
    STOP,
    LIVE
  }

  /// The versions, by function.
  Map<FunctionName, Version> versions() {
    var versions = new TreeMap<FunctionName, Version>();
    switched.forEach(
        (function, version) -> versions.put(new FunctionName(function), new Version(version)));
    return versions;
  }

  /// Who answers what a switched version asks in excess.
  ///
  /// @throws dev.perdure.value.PerdureException `BIND_FAILED`, `FILE_UNUSABLE`
  Extras extras(Terminal terminal) {
    return extra == Extra.LIVE ? new LiveExtras(terminal, bindings.make(terminal)) : Extras.none();
  }
}
