package dev.perdure.node;

import dev.perdure.log.Log;
import dev.perdure.log.PayloadCodec;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Copies of data directories, made while their owner writes.
///
/// A backup is a folder: the log up to an offset, the universes, and the manifest [Manifest], which
/// is written last and counts. Making one again in the same folder copies only what has come since
/// and what is not as it was written; if that is cut short, the one before still counts: of a log's
/// files the beginnings never change, and those that were compacted stand in the folder `replaced`
/// until the manifest counts. Before the first one the manifest holds nothing: so whoever makes it
/// again after it was cut short knows the folder for its own. Not in it are what is computed from
/// the log, and the tokens: who may use this engine may not therefore use every copy of it.
public final class Backup {
  /// More than any owner opens its log: by so much the epoch of a restored log is ahead, so that
  /// whoever looks at epochs tells the two apart and knows the old owner for the older one.
  private static final long EPOCHS_SKIPPED = 1L << 20;

  static final String LOG = "log";
  static final String UNIVERSES = "universes";
  static final String REPLACED = "replaced";
  private static final String VALUES = LOG + "/values";

  private Backup() {}

  /// What was made or restored.
  ///
  /// @param events how many events of the log it holds
  /// @param files how many files
  /// @param bytes of them
  /// @param copied how many of the files were copied now
  public record Report(long events, int files, long bytes, int copied) {}

  /// Makes a backup of what is durable now, and checks it: every checksum of its files, and every
  /// one of the log in them. Blocks; the node's tasks do not.
  ///
  /// @param target a folder: new, empty, or an older backup of the same log
  /// @throws PerdureException `BACKUP_UNUSABLE` if it is something else or cannot be written, or
  ///   the node is in memory; `BACKUP_DAMAGED` if what was written is not what is there
  public static Report make(Node node, Path target) {
    var directory = node.directory().orElseThrow(() -> unusable(target, "of a node in memory"));
    node.read(state -> state.lastOffset()); // waits until what was acknowledged is durable
    return node.undisturbed(() -> make(node, directory, target));
  }

  private static Report make(Node node, Path directory, Path target) {
    var durable = node.log().durable();
    try {
      if (real(target).startsWith(directory.toRealPath())) {
        throw unusable(target, "lies within the data directory, and would be lost with it");
      }
      var before = previous(target);
      var folder = new BackupFolder(target);
      var copying = new BackupCopy(directory, target, before);
      try {
        if (before.isEmpty()) {
          folder.begin();
        }
        copying.log(durable);
        copying.universes();
      } catch (IOException | PerdureException e) {
        if (before.isEmpty() && copying.copied() == 0) {
          folder.leave(e);
        }
        throw e;
      }
      var manifest = new Manifest(durable.value(), node.log().epoch(), copying.files());
      CopiedFile.write(target.resolve(Manifest.FILE), manifest.text());
      settle(target, manifest);
      copying.mend(manifest);
      checkLog(target, manifest, node.codec());
      return report(manifest, copying.copied());
    } catch (IOException e) {
      throw unusable(target, "cannot be written: " + e);
    }
  }

  /// The path without symbolic links, as far as it is there.
  private static Path real(Path path) throws IOException {
    var whole = path.toAbsolutePath().normalize();
    var parent = whole.getParent();
    return parent == null || Files.exists(whole)
        ? whole.toRealPath()
        : real(parent).resolve(whole.getFileName());
  }

  private static Manifest previous(Path target) throws IOException {
    if (!Files.exists(target)) {
      return Manifest.EMPTY;
    }
    if (!Files.isDirectory(target)) {
      throw unusable(target, "is a file");
    }
    var before = Manifest.read(target);
    if (before != null) {
      settle(target, before);
      return before;
    }
    try (var there = Files.list(target)) {
      var incoming = CopiedFile.incoming(target.resolve(Manifest.FILE));
      if (there.anyMatch(file -> !file.equals(incoming))) {
        throw unusable(target, "holds something else than a backup");
      }
    }
    return Manifest.EMPTY;
  }

  /// Reads a whole backup and checks every checksum.
  ///
  /// @throws PerdureException `BACKUP_DAMAGED`, `BACKUP_UNUSABLE` if there is none
  public static Report verify(Path backup) {
    return verify(backup, null);
  }

  /// The same with keys: large values that are sealed are opened, too, as they may have been copied
  /// from files that had changed before.
  ///
  /// @param codec null: there are no keys
  /// @throws PerdureException as [#verify(Path)]
  public static Report verify(Path backup, @Nullable PayloadCodec codec) {
    var manifest = manifest(backup);
    try {
      settle(backup, manifest);
      check(backup, manifest, codec);
      return report(manifest, 0);
    } catch (IOException e) {
      throw unusable(backup, "cannot be read: " + e);
    }
  }

  private static Manifest manifest(Path backup) {
    if (Files.isDirectory(backup) && !Files.isExecutable(backup)) {
      throw unusable(backup, "cannot be entered by this user");
    }
    var manifest = Manifest.read(backup);
    if (manifest == null) {
      throw unusable(backup, "is no backup: it has no manifest");
    }
    if (manifest.isEmpty()) {
      throw unusable(backup, "was cut short before it was one: make it again in the same folder");
    }
    return manifest;
  }

  /// Puts files in the place of those that they replace, if the manifest is of a backup with them,
  /// and deletes values that are not in it.
  private static void settle(Path backup, Manifest manifest) throws IOException {
    var values = backup.resolve(VALUES);
    if (Files.isDirectory(values)) {
      try (var there = Files.list(values)) {
        for (var file : there.toList()) {
          if (!manifest.files().containsKey(VALUES + "/" + file.getFileName())) {
            Files.delete(file);
          }
        }
      }
    }
    settleReplaced(backup, manifest);
  }

  private static void settleReplaced(Path backup, Manifest manifest) throws IOException {
    var replaced = backup.resolve(REPLACED).resolve(LOG);
    if (!Files.isDirectory(replaced)) {
      return;
    }
    try (var there = Files.list(replaced)) {
      for (var file : there.toList()) {
        var path = LOG + "/" + file.getFileName();
        var held = manifest.files().get(path);
        if (held != null
            && Files.size(file) >= held.bytes()
            && CopiedFile.sha256(file, held.bytes()).equals(held.sha256())) {
          CopiedFile.move(file, backup.resolve(path));
        } else {
          Files.delete(file);
        }
      }
    }
    Files.delete(replaced);
    Files.delete(CopiedFile.parent(replaced));
  }

  private static void check(Path backup, Manifest manifest, @Nullable PayloadCodec codec)
      throws IOException {
    for (var file : manifest.files().entrySet()) {
      check(backup.resolve(file.getKey()), file.getValue());
    }
    checkLog(backup, manifest, codec);
  }

  private static void checkLog(Path backup, Manifest manifest, @Nullable PayloadCodec codec)
      throws IOException {
    var log = Log.verifyCopy(backup.resolve(LOG), codec);
    var unsound =
        Stream.concat(log.values().missing().stream(), log.values().changed().stream()).toList();
    if (!unsound.isEmpty()) {
      throw Manifest.damaged(
          backup.resolve(LOG),
          "refers to "
              + unsound.size()
              + " values that are missing or have changed, the first of them "
              + unsound.getFirst()
              + ": so it is in the data directory, if this is a backup that was just made");
    }
    if (!log.isSound() || log.end().value() < manifest.events()) {
      throw Manifest.damaged(
          backup.resolve(LOG), "is no sound log up to offset " + manifest.events());
    }
  }

  static void check(Path file, Manifest.Held held) throws IOException {
    if (!held.isThere(file)) {
      throw Manifest.damaged(file, "is missing, or too short");
    }
    if (!held.isIn(file)) {
      throw Manifest.damaged(file, "does not have the checksum it was written with");
    }
  }

  private static Report report(Manifest manifest, int copied) {
    long bytes = manifest.files().values().stream().mapToLong(Manifest.Held::bytes).sum();
    return new Report(manifest.events(), manifest.files().size(), bytes, copied);
  }

  /// Makes a data directory of a backup, which can be opened then. Its epoch is far ahead of that
  /// of the engine that the backup was made of.
  ///
  /// @param directory new or empty
  /// @throws PerdureException `BACKUP_UNUSABLE` if it is not, `BACKUP_DAMAGED`
  public static Report restore(Path backup, Path directory) {
    var manifest = manifest(backup);
    try {
      checkEmpty(directory);
      settle(backup, manifest);
      check(backup, manifest, null);
      OwnerOnly.folder(directory);
      for (var file : manifest.files().entrySet()) {
        var from = backup.resolve(file.getKey());
        var to = directory.resolve(file.getKey());
        OwnerOnly.folder(CopiedFile.parent(to));
        long bytes = file.getValue().bytes();
        CopiedFile.copy(from, to, bytes, Math.max(bytes, Files.size(from)));
        check(to, file.getValue());
      }
    } catch (IOException e) {
      throw unusable(directory, "cannot be written: " + e);
    }
    Log.skipEpochs(directory.resolve(LOG), EPOCHS_SKIPPED);
    return report(manifest, manifest.files().size());
  }

  private static void checkEmpty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    if (!Files.isDirectory(directory)) {
      throw unusable(directory, "is a file");
    }
    try (var there = Files.list(directory)) {
      if (there.findAny().isPresent()) {
        throw unusable(directory, "is not empty");
      }
    }
  }

  static PerdureException unusable(Path place, String why) {
    return Problem.of(
            NodeCode.BACKUP_UNUSABLE,
            "there can be no backup at or from " + place + ": it " + why,
            "Name another folder; `perdure explain BACKUP_UNUSABLE` says what it must be")
        .exception();
  }
}
