package dev.perdure.wat.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.freeze.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The library has every name that the language gives it: `src/test/resources/library-names.txt`.
class LibraryNamesTest {
  private static final Set<Kind> UNKNOWN =
      Set.of(
          Kind.CHECK_UNKNOWN_CALLEE,
          Kind.RESOLVE_UNRESOLVED_REFERENCES,
          Kind.CHECK_RETIRED_SPELLING,
          Kind.CHECK_UNKNOWN_TYPE);

  /// @param path without colon
  /// @param reason why the library lacks it; empty if it must not
  private record Name(String section, String path, String reason) {}

  private static List<Name> names() {
    var file =
        Path.of(System.getProperty("perdure.root"), "wat/src/test/resources/library-names.txt");
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(LibraryNamesTest::name)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Name name(String line) {
    var parts = line.split(" -- ", 2);
    var name = parts[0].split(" :", 2);
    return new Name(name[0], name[1], parts.length > 1 ? parts[1] : "");
  }

  private static boolean isThere(String path) {
    return isKnown("(:wat::core::defn :t::a [] -> :wat::core::Value (:%s))".formatted(path))
        || isKnown("(:wat::core::defn :t::a [v <- :%s] -> :wat::core::nil nil)".formatted(path))
        || isKnown("(:%s)".formatted(path));
  }

  private static boolean isKnown(String text) {
    var program =
        Program.check(
            Path.of("/names.wat"),
            text,
            path -> {
              throw new IOException("nothing is loaded");
            });
    return program.errors().stream().map(Diagnostic::kind).noneMatch(UNKNOWN::contains)
        && program.warnings().isEmpty();
  }

  @Test
  void everyNameOfTheLanguageIsThereOrHasAReason() {
    assertThat(names()).hasSizeGreaterThan(250);
    assertThat(names()).extracting(Name::path).doesNotHaveDuplicates();
    assertThat(names())
        .filteredOn(name -> name.reason().isEmpty() && !isThere(name.path()))
        .isEmpty();
  }

  @Test
  void whatIsThereHasNoReasonToBeMissing() {
    assertThat(names())
        .filteredOn(name -> !name.reason().isEmpty() && isThere(name.path()))
        .isEmpty();
  }

  /// Every operation of `i64::`, `f64::`, `bool::` and `string::` (W15.2).
  @Test
  void everyOperationOfAScalarIsAlsoOneOfItsType() {
    var others =
        Library.get().names().stream()
            .filter(name -> name.matches("wat::core::(i64|f64|bool|string)::.+"))
            .map(name ->
                name.replaceFirst("::(i64|f64|bool)::", "::$1/").replace("::string::", "::String/"))
            .filter(name -> Library.get().definition(name) == null)
            .toList();
    assertThat(others).isEmpty();
  }
}
