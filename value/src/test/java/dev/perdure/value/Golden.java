package dev.perdure.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that hold what people or other releases read. `-Dperdure.golden=write` writes them anew,
/// for a change that is meant.
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("perdure.root", ".."), "value/src/test/resources/golden");

  private Golden() {}

  static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void check(String name, String actual) {
    if ("write".equals(System.getProperty("perdure.golden"))) {
      try {
        Files.writeString(FOLDER.resolve(name), actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(actual).isEqualTo(read(name));
  }
}
