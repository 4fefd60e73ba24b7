package dev.perdure.examples.shop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The demo's data: the node's own files, and a folder `demo` with what the demo keeps beside them.
record DataDirectory(Path node) {
  private static final String BESIDE = "demo";
  private static final String STREAM = "stream.txt";

  /// Makes the directory anew.
  ///
  /// @throws IllegalArgumentException as [#check]
  static DataDirectory fresh(Path path, Scenario scenario) throws IOException {
    check(path);
    if (Files.exists(path)) {
      delete(path);
    }
    var data = new DataDirectory(path);
    Files.createDirectories(data.beside(""));
    Files.write(data.beside(STREAM), scenario.stream());
    return data;
  }

  /// Checks that nothing is lost when the directory is made anew: it is not there, or empty, or an
  /// earlier demo made it.
  ///
  /// @throws IllegalArgumentException if it holds something else
  static void check(Path path) throws IOException {
    var stream = new DataDirectory(path).beside(STREAM);
    if (Files.exists(path) && !Files.exists(stream) && !isEmpty(path)) {
      throw new IllegalArgumentException(
          path + " is no directory of the demo; name another one with --data");
    }
  }

  /// Something that the demo keeps.
  Path beside(String name) {
    return node.resolve(BESIDE).resolve(name);
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (var files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path path) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(path)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (var file : deepestFirst) {
      Files.delete(file);
    }
  }
}
