package dev.perdure.log;

import static dev.perdure.log.Samples.SMALL;
import static dev.perdure.log.Samples.append;
import static dev.perdure.log.Samples.appendKilobytes;
import static dev.perdure.log.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.PerdureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log on a real file system.
class FileStorageTest {
  @TempDir Path temp;
  private final AtomicReference<Throwable> failures = new AtomicReference<>();

  @Test
  void aLogOnARealDirectoryIsReopenedAndRolled() {
    var directory = temp.resolve("a/b");
    try (var log = Log.open(directory, SMALL)) {
      appendKilobytes(log, 30);
      log.sync();
    }
    try (var log = Log.open(directory, SMALL)) {
      assertThat(texts(log)).hasSize(30);
    }
    assertThat(Log.verify(directory).records()).isEqualTo(30);
  }

  @Test
  void anybodySeesWhereALogEndsWhileItsOwnerWrites() {
    long identity;
    try (var log = Log.open(temp, SMALL)) {
      identity = log.identity();
      assertThat(Log.endOf(temp)).isEqualTo(Offset.ZERO);
      for (int i = 1; i <= 30; i++) {
        appendKilobytes(log, 1);
        append(log, "a", "b");
        assertThat(Log.endOf(temp)).isEqualTo(log.end()).isEqualTo(new Offset(3 * i));
      }
    }
    assertThat(Log.endOf(temp)).isEqualTo(new Offset(90));
    try (var log = Log.open(temp, SMALL)) {
      assertThat(log.identity()).isEqualTo(identity);
      assertThat(Log.endOf(temp)).isEqualTo(log.end());
    }
    assertThatThrownBy(() -> Log.endOf(temp.resolve("nowhere"))).hasMessageContaining("LOG_");
  }

  @Test
  void onlyTheOwnerMayReadTheDirectoryAndItsFiles() throws Exception {
    var directory = temp.resolve("log");
    Log.open(directory, SMALL).close();
    assertThat(permissions(directory)).isEqualTo("rwx------");
    try (var files = Files.list(directory)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(f -> assertThat(permissions(f)).isEqualTo("rw-------"));
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aSecondOwnerIsToldWhoTheFirstIs() {
    try (var _ = Log.open(temp, SMALL)) {
      assertThatThrownBy(() -> Log.open(temp, SMALL))
          .isInstanceOfSatisfying(
              PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_LOCKED))
          .hasMessageContaining(temp.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    Log.open(temp, SMALL).close();
  }

  @Test
  void aTruncatedSegmentIsDamage() throws Exception {
    try (var log = Log.open(temp, SMALL)) {
      append(log, "a");
    }
    var segment = temp.resolve(SegmentName.FIRST.fileName());
    try (var channel = Files.newByteChannel(segment, StandardOpenOption.WRITE)) {
      channel.truncate(100);
    }
    assertThatThrownBy(() -> Log.open(temp, SMALL)).hasMessageContaining("100 of 8192 bytes");
    assertThat(Log.salvage(temp).kept()).isEqualTo(Offset.ZERO);
    Log.open(temp, SMALL).close();
  }

  @Test
  void anInterruptedReaderHarmsNobodyElse() throws Exception {
    try (var log = Log.open(temp, SMALL);
        var other = log.from(Offset.ZERO)) {
      appendKilobytes(log, 20);
      assertThat(other.next()).isNotNull();
      var thrown = new AtomicReference<Throwable>();
      Thread.ofVirtual()
          .start(() -> {
            Thread.currentThread().interrupt();
            try (var cursor = log.from(Offset.ZERO)) {
              cursor.next();
            } catch (PerdureException e) {
              thrown.set(e);
            }
          })
          .join();
      assertThat(thrown.get()).hasMessageContaining(LogCode.LOG_UNREADABLE.name());
      append(log, "still here");
      log.sync();
      for (int i = 1; i <= 20; i++) {
        assertThat(other.next()).isNotNull();
      }
      assertThat(log.at(new Offset(20)).payload()).hasSize(10);
    }
  }

  @Test
  void readersOnVirtualThreadsFollowTheWriter() throws Exception {
    int records = 5_000;
    try (var log = Log.open(temp, SMALL)) {
      var readers =
          IntStream.range(0, 8)
              .mapToObj(_ -> Thread.ofVirtual().start(() -> readAll(log, records)))
              .toList();
      for (int i = 0; i < records; i++) {
        append(log, "record " + i);
      }
      for (var reader : readers) {
        reader.join();
      }
      assertThat(failures.get()).isNull();
    }
  }

  private void readAll(Log log, int records) {
    try (var cursor = log.from(Offset.ZERO)) {
      for (int i = 0; i < records; ) {
        var record = cursor.next();
        if (record == null) {
          Thread.yield();
          continue;
        }
        assertThat(Samples.text(record)).isEqualTo("record " + i);
        i++;
      }
    } catch (RuntimeException | AssertionError e) {
      failures.compareAndSet(null, e);
    }
  }
}
