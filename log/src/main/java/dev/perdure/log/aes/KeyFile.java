package dev.perdure.log.aes;

import dev.perdure.log.Limits;
import dev.perdure.log.LogCode;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A file of keys, lines of ASCII:
///
/// ```
/// perdure-keys 1
/// key 5c3a9f02 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0
/// ```
///
/// A line has the name of a key and its 256 bits as hexadecimal digits. The last one is the newest.
/// Empty lines and lines that begin with `#` say nothing. Only its owner may be able to read the
/// file, where the file system knows owners. It is replaced whole when a key is added.
public final class KeyFile {
  private static final String HEAD = "perdure-keys 1";
  private static final int FILE_BYTES_MAX = 64 << 10;
  private static final Pattern LINE = Pattern.compile("key ([0-9a-f]{8}) ([0-9a-f]{64})");
  private static final String PERMISSIONS = "rw-------";
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private static final String NAME_ANOTHER = "Name a file that `perdure key new` has made";
  private static final String RESTORE =
      "Put a copy of the file back; keys are added to it by `perdure key add`, not by hand";

  private final Path file;
  private final SecureRandom random = new SecureRandom();

  /// The keys of a file, which may not be there.
  public KeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /// All keys.
  ///
  /// @throws PerdureException `KEY_FILE_UNUSABLE` if it is not there, holds something else, or
  ///   others than its owner can read or write it
  public KeyRing read() {
    try {
      if (Files.isDirectory(file)) {
        throw unusable("is a directory", "Name the file itself");
      }
      checkOwner();
      return new KeyRing(keys(), random);
    } catch (NoSuchFileException e) {
      throw unusable(
          "is not there",
          "Check its path; `perdure key new` makes a new one, which opens nothing that other keys"
              + " have sealed");
    } catch (AccessDeniedException e) {
      throw unusable(
          "cannot be read by this user", "Run this as the user whom the file belongs to");
    } catch (IOException e) {
      throw unusable("cannot be read: " + e, "Check the disk, or put a copy of the file back");
    }
  }

  private List<Key> keys() throws IOException {
    if (Files.size(file) > FILE_BYTES_MAX) {
      throw unusable("holds something else than keys", NAME_ANOTHER);
    }
    var lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    if (lines.isEmpty()) {
      throw unusable("is empty", RESTORE);
    }
    if (!lines.getFirst().equals(HEAD)) {
      throw unusable("does not begin with the line \"" + HEAD + "\"", NAME_ANOTHER);
    }
    var keys = new ArrayList<Key>();
    for (int i = 1; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        keys.add(key(line, i + 1, keys));
      }
    }
    if (keys.isEmpty()) {
      throw unusable("has no key", RESTORE);
    }
    return keys;
  }

  /// The line is not told: it may be a secret.
  private Key key(String line, int number, List<Key> before) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw unusable("has no key in line " + number, RESTORE);
    }
    var key = Key.parse(parts.group(2));
    if (!key.name().equals(parts.group(1))) {
      throw unusable("has a key in line " + number + " that does not belong to its name", RESTORE);
    }
    if (before.stream().anyMatch(k -> k.name().equals(key.name()))) {
      throw unusable("has the key " + key.name() + " twice", "Take one of the two lines out");
    }
    return key;
  }

  private void checkOwner() throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    var others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(view.readAttributes().permissions());
    others.removeAll(OWNERS);
    if (!others.isEmpty()) {
      throw unusable(
          "can be read or written by others than its owner",
          "Take their rights away with `chmod 600 "
              + file
              + "`; if others may have read it, change the key with `perdure key add`");
    }
  }

  /// Makes the file with a fresh key in it.
  ///
  /// @return the name of the key
  /// @throws PerdureException `KEY_FILE_UNUSABLE` if something is there already, or it cannot be
  ///   written
  public String create() {
    var key = Key.fresh(random);
    try {
      write(file, HEAD + "\n" + line(key));
      forceFolder();
      return key.name();
    } catch (FileAlreadyExistsException e) {
      throw unusable(
          "is there already", "Add a key to it with `perdure key add`, or name another file");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Adds a fresh key, the newest from now on. Whoever has the file open goes on with the keys that
  /// it read.
  ///
  /// @return the name of the key
  /// @throws PerdureException `KEY_FILE_UNUSABLE` as [#read], or if it cannot be written
  public String add() {
    var names = read().keys();
    if (names.size() == Limits.KEYS_MAX) {
      throw unusable(
          "has " + Limits.KEYS_MAX + " keys, as many as there can be",
          "Take keys out that no log and no backup has used: log/keys-used names those that one"
              + " needs");
    }
    var key = Key.fresh(random);
    while (names.contains(key.name())) {
      key = Key.fresh(random);
    }
    var temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      Files.deleteIfExists(temporary);
      write(temporary, (text.endsWith("\n") ? text : text + "\n") + line(key));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
      return key.name();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static String line(Key key) {
    return "key " + key.name() + " " + key.secretText() + "\n";
  }

  private void write(Path to, String text) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(to, options, ownerOnly())) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return knowsOwners()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS))
        }
        : new FileAttribute<?>[0];
  }

  private boolean knowsOwners() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private void forceFolder() throws IOException {
    var folder = file.getParent();
    if (folder != null && knowsOwners()) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private PerdureException unwritable(IOException cause) {
    var folder = file.getParent();
    return switch (cause) {
      case NoSuchFileException _ ->
          unusable("cannot be made: its folder is not there", "Make the folder " + folder);
      case AccessDeniedException _ ->
          unusable(
              "cannot be written by this user",
              "Run this as a user who may write in " + folder + ", or name another file");
      default ->
          unusable("cannot be written: " + cause, "Check the disk, its free space and the path");
    };
  }

  private PerdureException unusable(String why, String remedy) {
    return new Problem(
            LogCode.KEY_FILE_UNUSABLE, "the file of keys " + why, file.toString(), remedy)
        .exception();
  }
}
