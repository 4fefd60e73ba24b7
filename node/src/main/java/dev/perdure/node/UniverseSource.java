package dev.perdure.node;

import dev.perdure.java.ClassSource;
import dev.perdure.java.Freezer;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Code that is to be let in as a version, of whichever front end. Immutable.
public abstract sealed class UniverseSource permits ClassesSource, WatSource {
  UniverseSource() {}

  /// Classes of Java.
  ///
  /// @param roots classes of functions; empty: all classes of the source that have routed methods
  public static UniverseSource classes(ClassSource source, List<String> roots) {
    return new ClassesSource(source, roots);
  }

  /// A program in wat, with the files that it loads. They are read now.
  ///
  /// @param entry its file
  /// @throws IOException if that cannot be read
  public static UniverseSource wat(Path entry) throws IOException {
    return WatSource.read(entry);
  }

  /// A file: a program in wat if its name ends with `.wat`, a bundle that [#bundle] made, or else a
  /// jar.
  ///
  /// @param roots of a jar, as for [#classes]
  /// @throws IOException if it cannot be read
  public static UniverseSource file(Path file, List<String> roots) throws IOException {
    if (file.toString().endsWith(".wat")) {
      return wat(file);
    }
    var files = Packed.unzip(Files.readAllBytes(file));
    return files.containsKey(FrozenWat.ABOUT)
        ? WatSource.unpack(files)
        : classes(ClassSource.jar(file), roots);
  }

  /// The code in one file, to be let in elsewhere.
  ///
  /// @throws dev.perdure.value.PerdureException the first of the checks' problems
  public byte[] bundle() {
    return freeze(Freezer.strict()).packed();
  }

  /// Checks it.
  ///
  /// @throws dev.perdure.value.PerdureException the first of the checks' problems
  abstract FrozenUniverse freeze(Freezer freezer);

  /// All that stands in its way; empty if nothing does.
  abstract List<Problem> problems(Freezer freezer);
}
