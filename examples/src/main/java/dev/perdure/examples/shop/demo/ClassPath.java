package dev.perdure.examples.shop.demo;

import dev.perdure.api.Effect;
import dev.perdure.engine.Engine;
import dev.perdure.index.Index;
import dev.perdure.java.Freezer;
import dev.perdure.log.Log;
import dev.perdure.node.Perdure;
import dev.perdure.value.Value;
import dev.perdure.wat.freeze.Program;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The class path that the demo's other processes need: wherever this process has its own classes
/// from, however it was started.
final class ClassPath {
  /// One class of each part.
  private static final List<Class<?>> PARTS =
      List.of(
          Demo.class,
          Perdure.class,
          Freezer.class,
          Program.class,
          Engine.class,
          Index.class,
          Log.class,
          Effect.class,
          Value.class,
          org.h2.Driver.class);

  private ClassPath() {}

  static String own() {
    return PARTS.stream()
        .map(part -> part.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
