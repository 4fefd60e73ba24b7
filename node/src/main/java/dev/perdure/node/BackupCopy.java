package dev.perdure.node;

import dev.perdure.log.LogParts;
import dev.perdure.log.Offset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Copies what a backup lacks. Belongs to one thread.
final class BackupCopy {
  private final Path directory;
  private final Path target;
  private final Manifest before;
  private final SequencedMap<String, Manifest.Held> files = new TreeMap<>();
  private final Map<String, Long> lengths = new HashMap<>();
  private int copied;

  /// @param directory the data directory
  /// @param before what the backup holds already
  BackupCopy(Path directory, Path target, Manifest before) {
    this.directory = directory;
    this.target = target;
    this.before = before;
  }

  /// What the backup holds now.
  SequencedMap<String, Manifest.Held> files() {
    return files;
  }

  /// How many files were copied.
  int copied() {
    return copied;
  }

  /// Holds the log below an offset.
  ///
  /// @throws dev.perdure.value.PerdureException `BACKUP_UNUSABLE` if the backup is of another log
  void log(Offset durable) throws IOException {
    var log = directory.resolve(Backup.LOG);
    var parts = LogParts.below(log, durable);
    stamp(Backup.LOG + "/" + parts.stamp());
    for (var part : parts.segments()) {
      segment(Backup.LOG + "/" + part.name(), part);
    }
    if (parts.keysUsed().isPresent()) {
      whole(Backup.LOG + "/" + parts.keysUsed().get());
    }
    for (var value : parts.values()) {
      whole(Backup.LOG + "/" + value);
    }
  }

  /// A segment grows, until it is compacted: then it is another one.
  private void segment(String path, LogParts.Part part) throws IOException {
    var known = before.files().get(path);
    if (known == null || !part.isCompacted()) {
      hold(path, part.bytes(), part.length());
      return;
    }
    lengths.put(path, part.length());
    var sha256 = CopiedFile.sha256(directory.resolve(path), part.bytes());
    if (!known.equals(new Manifest.Held(part.bytes(), sha256))) {
      CopiedFile.copy(
          directory.resolve(path),
          target.resolve(Backup.REPLACED).resolve(path),
          part.bytes(),
          part.length());
      copied++;
    }
    files.put(path, new Manifest.Held(part.bytes(), sha256));
  }

  /// The stamp says by its identity which log it is.
  private void stamp(String path) throws IOException {
    long bytes = Files.size(directory.resolve(path));
    var known = before.files().get(path);
    if (known != null
        && !known.sha256().equals(CopiedFile.sha256(directory.resolve(path), bytes))) {
      throw Backup.unusable(target, "is of another log");
    }
    hold(path, bytes, bytes);
  }

  private void whole(String path) throws IOException {
    long bytes = Files.size(directory.resolve(path));
    hold(path, bytes, bytes);
  }

  /// Holds the universes, all of which were there before the log spoke of them.
  void universes() throws IOException {
    var folder = directory.resolve(Backup.UNIVERSES);
    if (Files.isDirectory(folder)) {
      try (var zips = Files.list(folder)) {
        for (var zip : zips.filter(z -> z.toString().endsWith(".zip")).sorted().toList()) {
          whole(Backup.UNIVERSES + "/" + zip.getFileName());
        }
      }
    }
  }

  /// Holds the beginning of a file: copies it, unless the backup has as much of it.
  ///
  /// @param path in the directory and in the backup
  /// @param length of the copy
  private void hold(String path, long bytes, long length) throws IOException {
    lengths.put(path, length);
    var known = before.files().get(path);
    if (known != null && known.bytes() == bytes && Files.exists(target.resolve(path))) {
      files.put(path, known);
      return;
    }
    var sha256 = CopiedFile.copy(directory.resolve(path), target.resolve(path), bytes, length);
    files.put(path, new Manifest.Held(bytes, sha256));
    copied++;
  }

  /// Reads all files of the backup, and copies those anew that are not as they were written, if the
  /// data directory has what was written.
  ///
  /// @param manifest of what it holds now
  /// @throws dev.perdure.value.PerdureException `BACKUP_DAMAGED`
  void mend(Manifest manifest) throws IOException {
    for (var file : manifest.files().entrySet()) {
      var path = file.getKey();
      var held = file.getValue();
      if (!held.isIn(target.resolve(path))) {
        mend(path, held);
      }
    }
  }

  private void mend(String path, Manifest.Held held) throws IOException {
    if (!held.isIn(directory.resolve(path))) {
      throw Manifest.lost(target.resolve(path));
    }
    long length = Objects.requireNonNull(lengths.get(path));
    CopiedFile.copy(directory.resolve(path), target.resolve(path), held.bytes(), length);
    copied++;
    Backup.check(target.resolve(path), held);
  }
}
