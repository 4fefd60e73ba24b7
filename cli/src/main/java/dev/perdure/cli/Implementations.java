package dev.perdure.cli;

import dev.perdure.java.run.HostEffect;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Implementations of effect interfaces, made from classes that a person names.
final class Implementations {
  private final ClassLoader loader;

  /// @param classpath where the classes are, separated as in a class path
  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE`
  Implementations(Terminal terminal, String classpath) {
    this.loader =
        new URLClassLoader(urls(terminal, classpath), Implementations.class.getClassLoader());
  }

  private static URL[] urls(Terminal terminal, String classpath) {
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

  /// What performs the effects of an interface.
  ///
  /// @throws dev.perdure.value.PerdureException `BIND_FAILED`
  HostEffect of(String type, String implementation) {
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
