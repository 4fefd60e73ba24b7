package dev.perdure.wat.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a program may do beside its streams, its clock and random numbers (W14.3).
///
/// @param directory where paths that are not absolute start from
/// @param reading files at or below these may be read; absolute, links resolved
/// @param writing files at or below these may be written, which does not include reading
public record Grants(Path directory, List<Path> reading, List<Path> writing) {
  /// Nothing.
  public static final Grants NONE = new Grants(Path.of("/"), List.of(), List.of());

  public Grants {
    reading = List.copyOf(reading);
    writing = List.copyOf(writing);
  }

  /// Of the paths behind `--allow-read` and `--allow-write`, as they are written.
  ///
  /// @throws IOException if a link cannot be resolved
  /// @throws java.nio.file.InvalidPathException if a path is none
  public static Grants of(Path directory, List<String> reading, List<String> writing)
      throws IOException {
    return new Grants(directory, resolved(directory, reading), resolved(directory, writing));
  }

  private static List<Path> resolved(Path directory, List<String> paths) throws IOException {
    var resolved = new ArrayList<Path>();
    for (var path : paths) {
      resolved.add(real(directory.resolve(path)));
    }
    return resolved;
  }

  /// Whether a file may be read.
  ///
  /// @param real as of [#real]
  public boolean mayRead(Path real) {
    return reading.stream().anyMatch(real::startsWith);
  }

  /// Whether a file may be written.
  ///
  /// @param real as of [#real]
  public boolean mayWrite(Path real) {
    return writing.stream().anyMatch(real::startsWith);
  }

  /// The path that a file has without links, whether it exists or not: of one that does not, the
  /// folders that exist are resolved.
  ///
  /// @throws IOException if a link leads nowhere, or a folder cannot be looked at
  public static Path real(Path path) throws IOException {
    var absolute = path.toAbsolutePath();
    var missing = new ArrayDeque<Path>();
    for (@Nullable Path at = absolute; at != null; at = at.getParent()) {
      if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
        var real = at.toRealPath();
        for (var name : missing) {
          real = real.resolve(name);
        }
        // what `..` leads to behind a folder that does not exist is looked at like all else
        return real.normalize();
      }
      if (at.getFileName() != null) {
        missing.addFirst(at.getFileName());
      }
    }
    return absolute.normalize();
  }
}
