package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Log;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class BackupTest {
  private static final FunctionName GIVEN = new FunctionName("given");

  @TempDir Path directory;

  private Path data() {
    return directory.resolve("data");
  }

  private Path backup() {
    return directory.resolve("backup");
  }

  private Path restored() {
    return directory.resolve("restored");
  }

  private Perdure open() {
    var perdure = Perdure.open(data());
    perdure.deploy("v1", Flows.class);
    return perdure;
  }

  private static TaskId call(Node node, int number) {
    var task = node.start(GIVEN, Payload.of(Vec.of(new Str("" + number))), StartOptions.NONE);
    assertThat(node.await(task)).isEqualTo(new Outcome.Returned(Payload.of("given " + number)));
    return task;
  }

  @Test
  void whatWasAcknowledgedBeforeABackupUnderLoadIsRestored() {
    var acknowledged = ConcurrentHashMap.<TaskId>newKeySet();
    var goOn = new AtomicBoolean(true);
    Set<TaskId> before;
    Backup.Report report;
    try (var perdure = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.execute(() -> {
          while (goOn.get()) {
            acknowledged.add(call(perdure.node(), 21));
          }
        });
      }
      while (acknowledged.size() < 50) {
        Thread.onSpinWait();
      }
      before = new HashSet<>(acknowledged);
      report = Backup.make(perdure.node(), backup());
      goOn.set(false);
    }
    assertThat(Backup.verify(backup()).events()).isEqualTo(report.events());
    assertThat(Backup.restore(backup(), restored()).events()).isEqualTo(report.events());
    assertThat(Log.verify(restored().resolve("log")).isSound()).isTrue();
    try (var perdure = Perdure.open(restored())) {
      before.forEach(task ->
          assertThat(perdure.node().await(task))
              .isEqualTo(new Outcome.Returned(Payload.of("given 21"))));
      long last = perdure.node().read(state -> state.lastOffset());
      assertThat(last).isGreaterThanOrEqualTo(report.events());
      call(perdure.node(), 4);
    }
  }

  @Test
  void aBackupThatIsMadeAgainCopiesOnlyWhatHasCome() {
    try (var perdure = open()) {
      var tasks = new ArrayList<TaskId>();
      tasks.add(call(perdure.node(), 1));
      var first = Backup.make(perdure.node(), backup());
      assertThat(first.copied()).isEqualTo(first.files()).isEqualTo(3);
      tasks.add(call(perdure.node(), 2));
      var second = Backup.make(perdure.node(), backup());
      assertThat(second.copied()).as("the last segment").isOne();
      assertThat(second.events()).isGreaterThan(first.events());
      Backup.restore(backup(), restored());
      try (var again = Perdure.open(restored())) {
        tasks.forEach(task -> assertThat(again.node().history(task)).isNotEmpty());
      }
    }
  }

  @Test
  void aBackupThatWasCutShortWhileItWasMadeAgainIsStillTheOneBefore() throws IOException {
    try (var perdure = open()) {
      var kept = call(perdure.node(), 1);
      Backup.make(perdure.node(), backup());
      var manifest = Files.readString(backup().resolve(Manifest.FILE));
      var lost = call(perdure.node(), 2);
      Backup.make(perdure.node(), backup());
      Files.writeString(backup().resolve(Manifest.FILE), manifest);
      Backup.restore(backup(), restored());
      try (var again = Perdure.open(restored())) {
        assertThat(again.node().history(kept)).isNotEmpty();
        assertThatThrownBy(() -> again.node().history(lost)).hasMessageContaining("UNKNOWN_TASK");
      }
    }
  }

  @Test
  void theEpochOfARestoredLogIsFarAhead() {
    long epoch;
    try (var perdure = open()) {
      Backup.make(perdure.node(), backup());
      epoch = perdure.node().log().epoch();
    }
    Backup.restore(backup(), restored());
    try (var old = Perdure.open(data());
        var perdure = Perdure.open(restored())) {
      assertThat(old.node().log().epoch()).isEqualTo(epoch + 1);
      assertThat(perdure.node().log().epoch()).isGreaterThan(epoch + 1_000_000);
      assertThat(perdure.node().log().identity()).isEqualTo(old.node().log().identity());
    }
  }

  @Test
  void aBackupThatIsDamagedIsRefusedWithTheFile() throws IOException {
    try (var perdure = open()) {
      call(perdure.node(), 1);
      Backup.make(perdure.node(), backup());
    }
    List<Path> files;
    try (var all = Files.walk(backup())) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSize(4);
    for (var file : files) {
      flip(file, 40);
      assertDamaged(() -> Backup.verify(backup()), file);
      assertDamaged(() -> Backup.restore(backup(), restored()), file);
      assertThat(restored()).doesNotExist();
      flip(file, 40);
    }
    Files.delete(files.getLast());
    assertDamaged(() -> Backup.restore(backup(), restored()), files.getLast());
  }

  private static void flip(Path file, long at) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ 1);
    }
  }

  private static void assertDamaged(Runnable action, Path file) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(NodeCode.BACKUP_DAMAGED))
        .hasMessageContaining(file.getFileName().toString());
  }

  @Test
  void whatHasChangedInABackupIsCopiedAnewWhenItIsMadeAgain() throws IOException {
    try (var perdure = open()) {
      call(perdure.node(), 1);
      Backup.make(perdure.node(), backup());
      for (var file : files()) {
        flip(file, 40);
        assertThat(Backup.make(perdure.node(), backup()).copied()).isOne();
        assertThat(Backup.verify(backup()).copied()).isZero();
        Files.delete(file);
        assertThat(Backup.make(perdure.node(), backup()).copied()).isOne();
        assertThat(Backup.verify(backup()).copied()).isZero();
      }
    }
    Backup.restore(backup(), restored());
    assertThat(Log.verify(restored().resolve("log")).isSound()).isTrue();
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(backup())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith(Manifest.FILE))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatHasChangedInABackupAndInTheDataDirectoryIsNamed() throws IOException {
    try (var perdure = open()) {
      call(perdure.node(), 1);
      Backup.make(perdure.node(), backup());
      var universe = files().getLast();
      flip(universe, 40);
      flip(data().resolve(backup().relativize(universe)), 40);
      assertDamaged(() -> Backup.make(perdure.node(), backup()), universe);
    }
  }

  @Test
  void aFirstBackupThatWasCutShortIsMadeAnewInTheSameFolder() throws IOException {
    try (var perdure = open()) {
      call(perdure.node(), 1);
      for (int whole = 0; whole < 3; whole++) {
        var made = Backup.make(perdure.node(), backup());
        assertThat(made.copied()).as("all of them").isEqualTo(made.files());
        Backup.verify(backup());
        Files.writeString(backup().resolve(Manifest.FILE), Manifest.EMPTY.text());
        for (var file : files().subList(whole, 3)) {
          Files.delete(file);
        }
        Files.writeString(backup().resolve("log/left.new"), "half of it");
        assertUnusable(() -> Backup.verify(backup()));
        assertUnusable(() -> Backup.restore(backup(), restored()));
      }
      Backup.make(perdure.node(), backup());
      assertThat(backup().resolve("log/left.new")).doesNotExist();
    }
    Backup.restore(backup(), restored());
  }

  @Test
  void aBackupThatWasCutShortBeforeItHeldAnythingIsMadeInTheSameFolder() throws IOException {
    Files.createDirectories(backup());
    Files.writeString(backup().resolve(Manifest.FILE + ".new"), "half of it");
    try (var perdure = open()) {
      Backup.make(perdure.node(), backup());
    }
    Backup.verify(backup());
  }

  @Test
  void aBackupThatFailsAtOnceLeavesNoFolderBehind() throws IOException {
    try (var perdure = open()) {
      var target = backup().resolve("of/today");
      var stamp = data().resolve("log/perdure-log");
      var aside = directory.resolve("aside");
      Files.move(stamp, aside);
      assertThatThrownBy(() -> Backup.make(perdure.node(), target))
          .isInstanceOf(PerdureException.class);
      assertThat(backup()).doesNotExist();
      Files.createDirectories(target);
      assertThatThrownBy(() -> Backup.make(perdure.node(), target))
          .isInstanceOf(PerdureException.class);
      assertThat(target).isEmptyDirectory();
      Files.move(aside, stamp);
      Backup.make(perdure.node(), target);
    }
  }

  @Test
  void whatIsNoPlaceForABackupIsLeftAlone() throws IOException {
    var other = Files.createDirectories(directory.resolve("other"));
    var file = Files.writeString(other.resolve("file"), "mine");
    try (var perdure = open()) {
      assertUnusable(() -> Backup.make(perdure.node(), other));
      assertUnusable(() -> Backup.make(perdure.node(), file));
      assertUnusable(() -> Backup.make(perdure.node(), data().resolve("kept")));
      var link = Files.createSymbolicLink(directory.resolve("link"), data());
      assertUnusable(() -> Backup.make(perdure.node(), link.resolve("kept/here")));
      assertThat(data().resolve("kept")).doesNotExist();
      Backup.make(perdure.node(), backup());
      assertUnusable(() -> Backup.restore(backup(), other));
      assertUnusable(() -> Backup.restore(backup(), data()));
      assertUnusable(() -> Backup.restore(other, restored()));
      assertUnusable(() -> Backup.verify(restored()));
    }
    try (var memory = Perdure.inMemory()) {
      assertUnusable(() -> Backup.make(memory.node(), restored()));
    }
    try (var another = Perdure.open(restored())) {
      assertUnusable(() -> Backup.make(another.node(), backup()));
    }
    assertThat(file).hasContent("mine");
  }

  private static void assertUnusable(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(NodeCode.BACKUP_UNUSABLE));
  }
}
