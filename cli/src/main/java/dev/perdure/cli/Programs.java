package dev.perdure.cli;

import dev.perdure.value.Problem;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.DiagnosticText;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.start.Grants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Programs of wat in files. A program loads files below the folder of its entry, and where it is
/// granted to read.
final class Programs {
  private Programs() {}

  /// The file at a path, whichever way it is written.
  static Path path(Terminal terminal, String file) {
    return path(terminal.directory(), file);
  }

  /// The file at a path from a directory.
  static Path path(Path directory, String file) {
    return directory.resolve(file).toAbsolutePath().normalize();
  }

  /// The text of a program's file.
  ///
  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE`
  static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw Problem.of(
              CliCode.FILE_UNUSABLE,
              "the program " + path + " cannot be read",
              "Name a file of wat that exists, in UTF-8")
          .exception(e);
    }
  }

  /// The program of a file, checked; it is granted nothing.
  ///
  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE`
  static Program check(Path path) {
    return check(path, Grants.NONE);
  }

  /// The program of a file, checked.
  ///
  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE`
  static Program check(Path path, Grants grants) {
    return Program.check(path, text(path), file -> loaded(path, file, grants));
  }

  /// A file that a program loads.
  static byte[] loaded(Path entry, Path file, Grants grants) throws IOException {
    var folder = folder(entry);
    var real = file.toRealPath();
    boolean isBelow = folder != null && real.startsWith(folder);
    if (!isBelow && !grants.mayRead(real)) {
      throw new IOException("it lies outside the folder of the entry; --allow-read grants it");
    }
    return Files.readAllBytes(real);
  }

  /// The folder of a file; where there is none, as of a conversation, that which it would stand in.
  private static @Nullable Path folder(Path entry) throws IOException {
    if (Files.exists(entry)) {
      return entry.toRealPath().getParent();
    }
    var folder = entry.getParent();
    return folder == null ? null : folder.toRealPath();
  }

  private static final class Machine {
    private static final SecureRandom RANDOM = new SecureRandom();
  }

  /// The machine's random numbers. Their source takes time to be found, and most programs never
  // ask.
  static RandomGenerator random() {
    return () -> Machine.RANDOM.nextLong();
  }

  /// A diagnostic for people, with the lines that it is about.
  static String people(Diagnostic diagnostic) {
    return DiagnosticText.people(diagnostic, Programs::source);
  }

  /// The text of a file by its name; null if it cannot be read.
  static @Nullable String source(String name) {
    try {
      return new String(Files.readAllBytes(Path.of(name)), StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}
