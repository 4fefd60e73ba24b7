package dev.perdure.wat.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files that hold what people read. `-Dperdure.golden=write` writes them anew, for a change that
/// is meant.
public final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("perdure.root", ".."), "wat/src/test/resources/golden");

  private Golden() {}

  public static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void check(String name, String actual) {
    if ("write".equals(System.getProperty("perdure.golden"))) {
      try {
        Files.writeString(FOLDER.resolve(name), actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(actual).as(name).isEqualTo(read(name));
  }

  /// The names of a folder's files that end so, without that end.
  static List<String> names(String folder, String end) {
    try (var files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.endsWith(end))
          .map(name -> name.substring(0, name.length() - end.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
