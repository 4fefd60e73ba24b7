package dev.perdure.cli;

import dev.perdure.log.aes.KeyRing;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a file of keys lies: outside of what it encrypts, or whoever copies that has both.
record KeyPlace(Path file) {
  private static final String SEGMENT = ".segment";

  /// Refuses a place within a data directory, or a backup of one.
  ///
  /// @param planned data directories that may not be there yet
  /// @throws dev.perdure.value.PerdureException `KEY_IN_DATA`
  void check(Path... planned) {
    var data = data(List.of(planned));
    if (data != null) {
      throw problem(data).exception();
    }
  }

  /// What the doctor says of the file.
  Check look() {
    var data = data(List.of());
    if (data != null) {
      return Check.fail("keys", problem(data));
    }
    try {
      var ring = KeyRing.read(file);
      return Check.ok(
          "keys",
          Counted.of(ring.inOrder().size(), "key") + " in " + file + ", for its owner only");
    } catch (PerdureException e) {
      return Check.fail("keys", e.problem());
    }
  }

  private Problem problem(Path data) {
    return new Problem(
        CliCode.KEY_IN_DATA,
        "the file of keys lies within " + data + ", so a copy of the data would hold its keys",
        file.toString(),
        "Keep it outside of data directories and backups, such as in /etc/perdure, with a copy in"
            + " another place than theirs");
  }

  /// The data directory or backup that the file is in; null if it is in none.
  private @Nullable Path data(List<Path> planned) {
    var real = planned.stream().map(KeyPlace::real).toList();
    return Stream.iterate(real(file).getParent(), Objects::nonNull, Path::getParent)
        .filter(folder -> real.contains(folder) || holdsLog(folder))
        .findFirst()
        .orElse(null);
  }

  private static boolean holdsLog(Path folder) {
    var log = DataCommand.logOf(folder);
    if (!Files.isDirectory(log)) {
      return false;
    }
    try (var there = Files.list(log)) {
      return there.anyMatch(file -> file.toString().endsWith(SEGMENT));
    } catch (IOException hidden) {
      return false;
    }
  }

  /// The path without symbolic links, as far as it is there.
  private static Path real(Path path) {
    var whole = path.toAbsolutePath().normalize();
    try {
      return whole.toRealPath();
    } catch (IOException absent) {
      var parent = whole.getParent();
      return parent == null ? whole : real(parent).resolve(whole.getFileName());
    }
  }
}
