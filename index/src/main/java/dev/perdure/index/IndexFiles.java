package dev.perdure.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Where the index of a data directory is: a folder of its own, which may be deleted as a whole.
/// Beside the file stand SQLite's write-ahead file and the memory that its readers share
/// (https://sqlite.org/wal.html).
record IndexFiles(Path folder) {
  private static final String FOLDER = "index";
  private static final String FILE = "index.db";

  static IndexFiles of(Path dataDirectory) {
    return new IndexFiles(dataDirectory.resolve(FOLDER));
  }

  Path file() {
    return folder.resolve(FILE);
  }

  boolean present() {
    return Files.isRegularFile(file());
  }

  /// Whether the file ends with a page. One that was cut within its last page is not noticed by
  /// SQLite, which takes what is missing for zeros.
  boolean whole() throws IOException {
    return Files.size(file()) % Limits.PAGE_BYTES == 0;
  }

  /// Makes the folder, for its owner only: texts of tasks are in its files.
  void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, ownersOnly());
    }
  }

  private FileAttribute<?>[] ownersOnly() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  void delete() throws IOException {
    for (var ending : new String[] {"", "-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(folder.resolve(FILE + ending));
    }
  }

  /// What tells this file from one that was put in its place; null if there is none.
  @Nullable Object key() {
    try {
      return Files.readAttributes(file(), BasicFileAttributes.class).fileKey();
    } catch (IOException gone) {
      return null;
    }
  }
}
