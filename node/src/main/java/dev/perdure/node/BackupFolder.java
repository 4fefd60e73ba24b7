package dev.perdure.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The folder of a first backup: it is new, empty, or holds one that was cut short.
final class BackupFolder {
  private static final List<String> PARTS = List.of(Backup.LOG, Backup.UNIVERSES, Backup.REPLACED);

  private final Path folder;

  /// The folders that have to be made, innermost first.
  private final List<Path> missing;

  BackupFolder(Path folder) {
    this.folder = folder;
    this.missing =
        Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
            .takeWhile(path -> !Files.exists(path))
            .toList();
  }

  /// Makes it, and writes into it that what it will hold belongs to a backup that was begun.
  void begin() throws IOException {
    OwnerOnly.folder(folder);
    clear();
    CopiedFile.write(folder.resolve(Manifest.FILE), Manifest.EMPTY.text());
  }

  /// Leaves nothing behind of a backup that came to nothing.
  ///
  /// @param because of which; is told what goes wrong
  void leave(Exception because) {
    try {
      if (Files.isDirectory(folder)) {
        clear();
        Files.deleteIfExists(CopiedFile.incoming(folder.resolve(Manifest.FILE)));
        Files.deleteIfExists(folder.resolve(Manifest.FILE));
      }
      for (var path : missing) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private void clear() throws IOException {
    for (var part : PARTS) {
      if (Files.isDirectory(folder.resolve(part))) {
        delete(folder.resolve(part));
      }
    }
  }

  private static void delete(Path part) throws IOException {
    try (var all = Files.walk(part)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
