package dev.perdure.node;

import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a backup holds: the file `perdure-backup`, which is written last, in ASCII:
///
/// ```
/// perdure-backup 1
/// events 4711
/// epoch 12
/// file BYTES SHA-256 log/00000001-0000000000000000000.segment
/// …
/// checksum SHA-256
/// ```
///
/// Of a file the first BYTES count; the checksum is of all lines before it.
///
/// @param events the offset below which the log is held
/// @param epoch of the owner when it was made
/// @param files by their paths in the backup
record Manifest(long events, long epoch, SequencedMap<String, Held> files) {
  static final String FILE = "perdure-backup";

  /// Of a folder that holds nothing yet.
  static final Manifest EMPTY =
      new Manifest(0, 0, Collections.unmodifiableSequencedMap(new TreeMap<>()));

  private static final Pattern HEAD =
      Pattern.compile(
          "perdure-backup 1\nevents (\\d{1,18})\nepoch (\\d{1,18})\n(.*)", Pattern.DOTALL);
  private static final Pattern LINE =
      Pattern.compile("file (\\d{1,18}) ([0-9a-f]{64}) ((?:log|log/values|universes)/[\\w.-]+)");
  private static final String CHECKSUM = "checksum ";

  /// The beginning of a file.
  ///
  /// @param bytes its length
  /// @param sha256 in hexadecimal
  record Held(long bytes, String sha256) {
    /// Whether there is a file that is long enough.
    boolean isThere(Path file) throws IOException {
      return Files.isRegularFile(file) && Files.size(file) >= bytes;
    }

    /// Whether a file begins with what is held; reads it.
    boolean isIn(Path file) throws IOException {
      return isThere(file) && CopiedFile.sha256(file, bytes).equals(sha256);
    }
  }

  /// Whether it is the manifest of a folder in which a first backup has been begun.
  boolean isEmpty() {
    return files.isEmpty();
  }

  String text() {
    var text = new StringBuilder("perdure-backup 1\n");
    text.append("events ").append(events).append("\nepoch ").append(epoch).append('\n');
    files.forEach((path, held) ->
        text.append("file ")
            .append(held.bytes())
            .append(' ')
            .append(held.sha256())
            .append(' ')
            .append(path)
            .append('\n'));
    return text + CHECKSUM + CopiedFile.sha256(text.toString()) + "\n";
  }

  /// The manifest of a backup; null if there is none.
  ///
  /// @throws dev.perdure.value.PerdureException `BACKUP_DAMAGED`
  static @Nullable Manifest read(Path backup) {
    var file = backup.resolve(FILE);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return parse(Files.readString(file, StandardCharsets.US_ASCII), file);
    } catch (IOException e) {
      throw unreadable(file, "cannot be read: " + e);
    }
  }

  private static Manifest parse(String text, Path file) {
    int checksum = text.lastIndexOf(CHECKSUM);
    if (checksum < 0
        || !text.substring(checksum)
            .equals(CHECKSUM + CopiedFile.sha256(text.substring(0, checksum)) + "\n")) {
      throw unreadable(file, "does not have the checksum it was written with");
    }
    var head = HEAD.matcher(text.substring(0, checksum));
    if (!head.matches()) {
      throw unreadable(file, "is of another release");
    }
    var files = new TreeMap<String, Held>();
    for (var line : head.group(3).lines().toList()) {
      var held = LINE.matcher(line);
      if (!held.matches()) {
        throw unreadable(file, "has the line " + line);
      }
      files.put(held.group(3), new Held(Long.parseLong(held.group(1)), held.group(2)));
    }
    return new Manifest(Long.parseLong(head.group(1)), Long.parseLong(head.group(2)), files);
  }

  private static RuntimeException unreadable(Path manifest, String what) {
    return damaged(
        manifest,
        what,
        "Restore an older backup, or another copy of this one; make a new one in another folder");
  }

  /// Something of a backup is not as it was written.
  static RuntimeException damaged(Path file, String what) {
    return damaged(
        file,
        what,
        "Make the backup again in the same folder, which copies the file anew; or restore an older"
            + " one, or another copy of this one");
  }

  private static RuntimeException damaged(Path file, String what, String remedy) {
    return Problem.of(
            NodeCode.BACKUP_DAMAGED, "the file " + file + " of the backup " + what, remedy)
        .exception();
  }

  /// Something of a backup and of the data directory is not as it was written.
  static RuntimeException lost(Path file) {
    return damaged(
        file,
        "is not as it was written, and neither is that of the data directory",
        "Look at the data directory with `perdure doctor`; restore an older backup, or another copy"
            + " of this one");
  }
}
