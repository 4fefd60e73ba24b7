package dev.perdure.cli;

import dev.perdure.java.run.HostEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// The implementations of effect interfaces that a node is given.
final class Bindings {
  @Option(
      names = "--bind",
      paramLabel = "INTERFACE=CLASS",
      description =
          "The class performs the effects of the interface; it has a constructor without"
              + " parameters.")
  Map<String, String> bound = Map.of();

  @Option(
      names = "--classpath",
      paramLabel = "JARS",
      description = "Where the classes of --bind are, separated as in a class path.")
  String classpath = "";

  /// Makes the implementations.
  ///
  /// @throws dev.perdure.value.PerdureException `BIND_FAILED`, `FILE_UNUSABLE`
  List<HostEffect> make(Terminal terminal) {
    var implementations = new Implementations(terminal, classpath);
    var effects = new ArrayList<HostEffect>();
    bound.forEach((type, implementation) -> effects.add(implementations.of(type, implementation)));
    return effects;
  }
}
