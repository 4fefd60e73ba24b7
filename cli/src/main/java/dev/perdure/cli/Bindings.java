package dev.perdure.cli;

import dev.perdure.java.run.HostEffect;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Implementations of effect interfaces, made from classes that a person names.
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
    var loader = new URLClassLoader(urls(terminal), Bindings.class.getClassLoader());
    var effects = new ArrayList<HostEffect>();
    bound.forEach((type, implementation) -> effects.add(make(loader, type, implementation)));
    return effects;
  }

  private URL[] urls(Terminal terminal) {
    return Arrays.stream(classpath.split(File.pathSeparator))
        .filter(part -> !part.isEmpty())
        .map(part -> url(terminal.resolve(Path.of(part))))
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    if (!Files.exists(path)) {
      throw Command.problem(
              CliCode.FILE_UNUSABLE,
              "the file " + path + " of --classpath does not exist",
              "Check its path")
          .exception();
    }
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e); // a file's URI is always a URL
    }
  }

  private static HostEffect make(ClassLoader loader, String type, String implementation) {
    try {
      return bind(loader.loadClass(type), loader.loadClass(implementation));
    } catch (ReflectiveOperationException
        | ClassCastException
        | IllegalArgumentException
        | LinkageError e) {
      throw Command.problem(
              CliCode.BIND_FAILED,
              implementation + " cannot perform the effects of " + type + ": " + e,
              "Name both classes in full, with the jar files they are in by --classpath; "
                  + "the class implements the interface and has a constructor without parameters")
          .exception(e);
    }
  }

  private static <T> HostEffect bind(Class<T> type, Class<?> implementation)
      throws ReflectiveOperationException {
    var constructor = implementation.getDeclaredConstructor();
    constructor.setAccessible(true);
    return HostEffect.of(type, type.cast(constructor.newInstance()));
  }
}
