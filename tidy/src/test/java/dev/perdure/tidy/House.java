package dev.perdure.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The files of the project as people wrote them.
final class House {
  /// The folder with the modules.
  static final Path ROOT = Path.of(System.getProperty("perdure.root"));

  private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");

  private House() {}

  /// All files that a rule looks at, in the order of their paths.
  static List<Path> files(Predicate<Path> wanted) {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(House::ours)
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ours(Path file) {
    for (var part : ROOT.relativize(file)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  /// Java files of all modules.
  static List<Path> javaFiles() {
    return files(f -> f.toString().endsWith(".java"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The path as people write it: from the root, with slashes.
  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
