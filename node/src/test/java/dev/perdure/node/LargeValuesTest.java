package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perdure.engine.Change;
import dev.perdure.engine.Event;
import dev.perdure.engine.Extras;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.TaskStatus;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.aes.KeyRing;
import dev.perdure.value.PerdureException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Large values are kept out of the log, and are everywhere as if they were in it.
@Timeout(120)
class LargeValuesTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Change ADA = new Change("ada", "to look at");

  @TempDir Path dir;

  private final AtomicReference<CountDownLatch> scales =
      new AtomicReference<>(new CountDownLatch(0));

  private final class Depot implements Parcels.Depot {
    @Override
    public String fetch(int size, char filling) {
      return String.valueOf(filling).repeat(size);
    }

    @Override
    public int weigh(String content) {
      try {
        scales.get().await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return content.length();
    }
  }

  /// A log of small segments, for only whole ones are compacted.
  @BeforeEach
  void makeLog() {
    Log.open(data().resolve("log"), LogSettings.defaults().withSegmentBytes(64 << 10)).close();
  }

  private Path data() {
    return dir.resolve("data");
  }

  private Perdure open(NodeConfig config) {
    var perdure = Perdure.open(config);
    perdure.effects().bind(Parcels.Depot.class, new Depot());
    perdure.deploy("v1", Parcels.class);
    return perdure;
  }

  private Perdure open() {
    return open(NodeConfig.in(data()));
  }

  private static TaskId start(Perdure perdure, String function, Object... arguments) {
    return perdure.start(function, List.of(arguments), StartOptions.NONE);
  }

  private Set<String> values(Path directory) throws IOException {
    var folder = directory.resolve("log").resolve("values");
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private long segmentBytes() throws IOException {
    try (var files = Files.list(data().resolve("log"))) {
      return files
          .filter(file -> file.toString().endsWith(".segment"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private static void assertReplaysAlike(Perdure perdure, TaskId task) {
    var report = perdure.node().replay(task, Map.of(), Extras.none());
    assertThat(report.asRecorded()).as(report.toString()).isTrue();
  }

  /// The zip file without its values.
  private static byte[] withoutValues(byte[] file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(file));
        var out = new ZipOutputStream(bytes)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().startsWith("values/")) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aLargeValueStandsOnceBesideTheLogHoweverManyEventsHoldIt() throws IOException {
    try (var perdure = open()) {
      var task = start(perdure, "passedOn", MEGABYTE);
      assertThat(perdure.await(task, String.class)).hasSize(MEGABYTE);
      assertThat(values(data())).hasSize(2).as("the value, and the arguments that hold it");
      assertThat(segmentBytes()).isEqualTo(64 << 10);
    }
    assertThat(Log.verify(data().resolve("log")).isSound()).isTrue();
    try (var perdure = open()) {
      var task = perdure.node().<TaskId>read(state -> state.ended().keySet().iterator().next());
      assertThat(perdure.await(task, String.class)).hasSize(MEGABYTE);
      assertReplaysAlike(perdure, task);
    }
  }

  @Test
  void aTaskThatWaitsWithLargeValuesGoesOnAfterARestart() {
    TaskId task;
    try (var perdure = open()) {
      task = start(perdure, "weighed", "b".repeat(MEGABYTE));
      await().until(() -> perdure.node().history(task).size() > 2);
    }
    try (var perdure = open()) {
      perdure.send(task, "parcel", "c".repeat(2 * MEGABYTE));
      assertThat(perdure.await(task, Integer.class)).isEqualTo(3 * MEGABYTE);
    }
  }

  @Test
  void aTryThatWasCutShortIsMadeAgainWithTheSameLargeArguments() {
    scales.set(new CountDownLatch(1));
    TaskId task;
    try (var perdure = open()) {
      task = start(perdure, "weighed", "b".repeat(MEGABYTE));
      await().until(() -> perdure.node().history(task).size() > 1);
      scales.get().countDown();
    }
    try (var perdure = open()) {
      perdure.send(task, "parcel", "");
      assertThat(perdure.await(task, Integer.class)).isEqualTo(MEGABYTE);
    }
  }

  @Test
  void largeValuesGoWithTheTasksThatHadThem() throws IOException {
    try (var perdure = open()) {
      var kept = start(perdure, "weighed", "b".repeat(MEGABYTE));
      for (int i = 0; i < 200; i++) {
        perdure.await(start(perdure, "passedOn", 3_000), String.class);
      }
      perdure.await(start(perdure, "passedOn", MEGABYTE), String.class);
      for (int i = 0; i < 20; i++) {
        perdure.await(start(perdure, "passedOn", 3_000), String.class);
      }
      assertThat(values(data())).hasSize(3);
      assertThat(perdure.compact(Duration.ZERO).bytes()).isGreaterThan(2 * MEGABYTE);
      assertThat(values(data())).hasSize(1);
      perdure.send(kept, "parcel", "");
      assertThat(perdure.await(kept, Integer.class)).isEqualTo(MEGABYTE);
    }
    assertThat(Log.verify(data().resolve("log")).isSound()).isTrue();
  }

  @Test
  void aBackupHasThemAndIsMadeAgainWithoutThoseThatAreGone() throws IOException {
    var backup = dir.resolve("backup");
    TaskId kept;
    try (var perdure = open()) {
      var task = start(perdure, "passedOn", MEGABYTE);
      perdure.await(task, String.class);
      Backup.make(perdure.node(), backup);
      assertThat(values(backup)).isEqualTo(values(data())).hasSize(2);
      for (int i = 0; i < 200; i++) {
        perdure.await(start(perdure, "passedOn", 3_000), String.class);
      }
      perdure.compact(Duration.ZERO);
      kept = start(perdure, "passedOn", 2 * MEGABYTE);
      perdure.await(kept, String.class);
      Backup.make(perdure.node(), backup);
      assertThat(values(backup)).isEqualTo(values(data())).hasSize(2);
    }
    Backup.verify(backup);
    Backup.restore(backup, dir.resolve("restored"));
    try (var perdure = open(NodeConfig.in(dir.resolve("restored")))) {
      assertThat(perdure.await(kept, String.class)).hasSize(2 * MEGABYTE);
    }
    var value = values(backup).iterator().next();
    Files.delete(backup.resolve("log").resolve("values").resolve(value));
    assertThatThrownBy(() -> Backup.verify(backup)).hasMessageContaining(value);
  }

  @Test
  void aBackupOfADirectoryThatLacksAValueNamesIt() throws IOException {
    try (var perdure = open()) {
      perdure.await(start(perdure, "passedOn", MEGABYTE), String.class);
      var names = values(data());
      takeAway();
      assertThatThrownBy(() -> Backup.make(perdure.node(), dir.resolve("backup")))
          .hasMessageContaining("refers to 2 values that are missing or have changed")
          .satisfies(e -> assertThat(names).anyMatch(e.getMessage()::contains));
    }
  }

  @Test
  void anExportedTaskTakesItsLargeValuesWithIt() throws IOException {
    byte[] file;
    TaskId task;
    try (var perdure = open()) {
      task = start(perdure, "passedOn", MEGABYTE);
      perdure.await(task, String.class);
      file = perdure.node().exportTask(task).toBytes();
    }
    try (var elsewhere = Perdure.open(dir.resolve("elsewhere"))) {
      elsewhere.node().importTask(Exported.fromBytes(file), ADA);
      var history = elsewhere.node().history(task);
      assertThat(history.toString()).contains("aaaa");
    }
    assertThat(values(dir.resolve("elsewhere"))).hasSize(2);
  }

  @Test
  void anExportedTaskWithoutAValueOfItsIsRefusedAndHarmsNobody() throws IOException {
    byte[] file;
    try (var perdure = open()) {
      var task = start(perdure, "passedOn", MEGABYTE);
      perdure.await(task, String.class);
      file = perdure.node().exportTask(task).toBytes();
      var cut = withoutValues(file);
      assertThatThrownBy(() -> Exported.fromBytes(cut)).hasMessageContaining("EXPORT_UNREADABLE");
    }
  }

  @Test
  void whatASealedLogKeepsBesideItIsSealedToo() throws IOException {
    try (var perdure = open(NodeConfig.in(data()).withCodec(KeyRing.fresh()))) {
      perdure.await(start(perdure, "passedOn", MEGABYTE), String.class);
      for (var name : values(data())) {
        var bytes = Files.readAllBytes(data().resolve("log").resolve("values").resolve(name));
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain("aaaaaaaa");
      }
    }
  }

  @Test
  void aValueWhoseFileIsGoneIsNamedAndNobodyElseIsHarmed() throws IOException {
    try (var perdure = open()) {
      var task = start(perdure, "passedOn", MEGABYTE);
      perdure.await(task, String.class);
      for (var name : values(data())) {
        Files.delete(data().resolve("log").resolve("values").resolve(name));
      }
      assertThatThrownBy(() -> perdure.await(task, String.class))
          .isInstanceOf(PerdureException.class)
          .hasMessageContaining("VALUE_MISSING");
      assertThat(perdure.await(start(perdure, "passedOn", 3), String.class)).isEqualTo("aaa");
    }
    assertThat(Log.verify(data().resolve("log")).values().missing()).hasSize(2);
  }

  /// As when a disk is not there yet.
  private void takeAway() throws IOException {
    Files.move(data().resolve("log").resolve("values"), dir.resolve("away"));
  }

  private void bringBack() throws IOException {
    var values = data().resolve("log").resolve("values");
    Files.deleteIfExists(values);
    Files.move(dir.resolve("away"), values);
  }

  private static void awaitPaused(Perdure perdure, TaskId task) {
    await()
        .until(() ->
            perdure.node().<Boolean>read(state -> state.task(task).status() == TaskStatus.PAUSED));
  }

  @ParameterizedTest
  @CsvSource({"believed, true", "weighed, false"})
  void aTaskStandsStillWhileAValueOfItsCannotBeReadAndItsCodeNeverHearsOfThat(
      String function, boolean fetches) throws IOException {
    TaskId task;
    try (var perdure = open()) {
      task = start(perdure, function, fetches ? MEGABYTE : "b".repeat(MEGABYTE));
      await().until(() -> perdure.node().history(task).size() > 3);
    }
    takeAway();
    try (var perdure = open()) {
      awaitPaused(perdure, task);
      assertThat(perdure.node().history(task))
          .anyMatch(e -> e instanceof Event.Crashed c && c.why().contains("VALUE_MISSING"));
      assertThatThrownBy(() -> perdure.node().replay(task, Map.of(), Extras.none()))
          .isInstanceOf(PerdureException.class)
          .hasMessageContaining("VALUE_MISSING");
      bringBack();
      perdure.node().resume(task, ADA);
      perdure.send(task, "parcel", "fff");
      assertThat(perdure.await(task, Integer.class)).isEqualTo(MEGABYTE + 3);
      assertReplaysAlike(perdure, task);
    }
  }

  @Test
  void whoAwaitsATaskWhoseResultCannotBeReadWaitsUntilItCan() throws Exception {
    TaskId task;
    try (var perdure = open()) {
      task = start(perdure, "awaited", MEGABYTE);
      await().until(() -> perdure.node().<Integer>read(state -> state.ended().size()) == 1);
      await().until(() -> perdure.node().history(task).size() > 2);
    }
    takeAway();
    var told = new CompletableFuture<String>();
    var logger = Logger.getLogger("perdure.tasks");
    var listening = listening(told);
    logger.addHandler(listening);
    try (var perdure = open()) {
      perdure.send(task, "parcel", "");
      assertThat(told.get()).contains("waits on");
      bringBack();
      assertThat(perdure.await(task, Integer.class)).isEqualTo(MEGABYTE);
      assertReplaysAlike(perdure, task);
    } finally {
      logger.removeHandler(listening);
    }
  }

  private static Handler listening(CompletableFuture<String> told) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        told.complete(record.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
