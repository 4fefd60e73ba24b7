package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What others than its owner can read.
class OwnerOnlyTest {
  @TempDir Path directory;

  /// A folder that somebody made for everybody.
  private Path open(String name) throws IOException {
    var folder = Files.createDirectory(directory.resolve(name));
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// What is in a folder and can be entered or read by others.
  private static List<Path> readable(Path folder, Predicate<Path> wanted) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .filter(wanted)
          .filter(OwnerOnlyTest::isOpen)
          .toList();
    }
  }

  private static boolean isOpen(Path path) {
    try {
      var others = PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).substring(3);
      return !others.equals("------");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void allPartsOfADataDirectoryOfABackupAndOfARestoredDirectoryAreForTheirOwnerOnly()
      throws IOException {
    var data = open("data");
    var backup = open("backup");
    var restored = open("restored");
    try (var perdure = Perdure.open(NodeConfig.in(data).withIndex().withSnapshotEvents(1))) {
      perdure.deploy("v1", Passing.class);
      perdure.call("step", "sleep", String.class);
      Backup.make(perdure.node(), backup);
      await().until(() -> Files.exists(data.resolve("snapshot")));
    }
    Backup.restore(backup, restored);
    assertThat(readable(data, path -> !path.startsWith(data.resolve("index/index.db")))).isEmpty();
    assertThat(readable(backup, path -> true)).isEmpty();
    assertThat(readable(restored, path -> true)).isEmpty();
  }
}
