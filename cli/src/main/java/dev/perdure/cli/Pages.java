package dev.perdure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The pages of docs/errors, packed with this program.
final class Pages {
  private static final String FOLDER = "errors/";
  private static final String SUFFIX = ".md";

  private Pages() {}

  /// The page of a code; null if there is none.
  static @Nullable String page(String code) {
    try (var in = Pages.class.getResourceAsStream(FOLDER + code + SUFFIX)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All codes that have a page, in order.
  static List<String> codes() {
    try {
      var uri =
          Objects.requireNonNull(Pages.class.getResource(FOLDER + CliCode.USAGE + SUFFIX)).toURI();
      return uri.getScheme().equals("jar") ? inJar(uri) : names(Path.of(uri));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e); // a class loader gives URLs that are URIs
    }
  }

  private static List<String> inJar(URI page) throws IOException {
    try (var jar = FileSystems.newFileSystem(page, Map.of())) {
      return names(jar.provider().getPath(page));
    }
  }

  private static List<String> names(Path page) throws IOException {
    var folder = Objects.requireNonNull(page.getParent());
    try (var pages = Files.walk(folder)) {
      return pages
          .map(p -> folder.relativize(p).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}
