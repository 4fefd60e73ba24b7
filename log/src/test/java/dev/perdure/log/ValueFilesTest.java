package dev.perdure.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.log.LogModel.Blob;
import dev.perdure.log.aes.KeyRing;
import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import dev.perdure.value.ValueCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large values stand beside the log, each once, as long as a record refers to them.
class ValueFilesTest {
  private static final LogSettings SMALL = Samples.SMALL;
  private static final StreamKey OLD = new StreamKey(1, 1);
  private static final StreamKey YOUNG = new StreamKey(1, 2);
  private static final Blob BLOB = Blob.of(1);
  private static final Blob OTHER = Blob.of(2);

  private final SimDisk disk = new SimDisk(1);

  /// Appends a record that refers to values, durably.
  private static void append(Log log, StreamKey stream, Blob... blobs) {
    var batch = log.newBatch().begin(log.end(), 0);
    batch.add(Samples.KIND, stream, Offset.NONE, ByteBuffer.allocate(8), List.of(blobs));
    log.append(batch);
    log.sync();
  }

  /// Fills segments.
  private static void fill(Log log, StreamKey stream) {
    for (int i = 0; i < 40; i++) {
      var batch = log.newBatch().begin(log.end(), 0);
      batch.add(Samples.KIND, stream, Offset.NONE, new byte[1000]);
      log.append(batch);
    }
    log.sync();
  }

  private static byte[] read(Log log, Blob blob) {
    return log.values().bytes(blob.hash(), blob.size());
  }

  private List<String> files() {
    return disk.files().stream().filter(name -> name.startsWith("values/")).toList();
  }

  private static CompactionReport compact(Log log, StreamKey dropped) {
    return log.compact(log.durable(), dropped::equals, () -> true);
  }

  @Test
  void aValueStandsOnceHoweverManyRecordsReferToIt() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, BLOB, BLOB, OTHER);
      append(log, YOUNG, BLOB);
      assertThat(files())
          .containsExactlyInAnyOrder("values/" + BLOB.hash(), "values/" + OTHER.hash());
      assertThat(log.at(Offset.ZERO).payload()).isEqualTo(new byte[8]);
    }
    try (var log = Log.open(disk, SMALL)) {
      append(log, YOUNG, OTHER);
      assertThat(files()).hasSize(2);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
      assertThat(log.at(Offset.ZERO).values().bytes(OTHER.hash(), OTHER.size()))
          .isEqualTo(OTHER.bytes());
    }
  }

  @Test
  void aValueIsDeletedWhenNoRecordRefersToItAnyMore() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, BLOB, OTHER);
      append(log, YOUNG, OTHER);
      fill(log, OLD);
      assertThat(compact(log, OLD).bytes()).isPositive();
      assertThat(files()).containsExactly("values/" + OTHER.hash());
      assertThat(read(log, OTHER)).isEqualTo(OTHER.bytes());
      assertThatThrownBy(() -> read(log, BLOB))
          .isInstanceOfSatisfying(
              PerdureException.class, e -> assertThat(e.code()).isEqualTo(ValueCode.VALUE_MISSING));
      append(log, YOUNG, BLOB);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
    }
  }

  @Test
  void largeValuesAreReasonEnoughToCompactASegment() {
    try (var log = Log.open(disk, SMALL)) {
      var large = new Blob(dev.perdure.value.Hash.ofBytes(new byte[100_000]), new byte[100_000]);
      append(log, OLD, large);
      fill(log, YOUNG);
      assertThat(compact(log, OLD).bytes()).isGreaterThan(99_000);
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void aValueThatTheNextBatchRefersToIsNotDeletedMeanwhile() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, BLOB);
      fill(log, OLD);
      var batch = log.newBatch().begin(log.end(), 0);
      batch.add(Samples.KIND, YOUNG, Offset.NONE, ByteBuffer.allocate(8), List.of(BLOB));
      compact(log, OLD);
      log.append(batch);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
    }
  }

  @Test
  void aValueThatWasWrittenAheadAndDeletedIsWrittenAgainWhenARecordRefersToIt() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, OTHER);
      log.values().keep(BLOB);
      fill(log, OLD);
      compact(log, OLD);
      assertThat(files()).isEmpty();
      append(log, YOUNG, BLOB);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
    }
  }

  @Test
  void whatWasBeingWrittenWhenTheOwnerEndedIsDeletedWhenTheLogIsOpened() throws IOException {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, BLOB);
    }
    disk.put("values/new-0", ByteBuffer.allocate(10));
    try (var log = Log.open(disk, SMALL)) {
      assertThat(files()).containsExactly("values/" + BLOB.hash());
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
    }
  }

  @Test
  void aChangedFileIsFoundWhenItIsRead() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, BLOB);
      disk.flipBit("values/" + BLOB.hash(), 77, 3);
      assertThatThrownBy(() -> read(log, BLOB))
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ValueCode.VALUE_DAMAGED);
                assertThat(e.problem().where()).contains(BLOB.hash().toString());
              });
    }
  }

  @Test
  void verifyingNamesTheValuesThatAreMissingOrChanged() throws IOException {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, BLOB, OTHER);
    }
    assertThat(Log.verify(disk).values().files()).isEqualTo(2);
    assertThat(Log.verify(disk).isSound()).isTrue();
    disk.flipBit("values/" + OTHER.hash(), 77, 3);
    disk.delete("values/" + BLOB.hash());
    var report = Log.verify(disk);
    assertThat(report.isSound()).isFalse();
    assertThat(report.damage()).isEmpty();
    assertThat(report.values().missing()).containsExactly(BLOB.hash().toString());
    assertThat(report.values().changed()).containsExactly(OTHER.hash().toString());
  }

  @Test
  void theFilesOfASealedLogTellNeitherAValueNorItsHash() {
    var keys = KeyRing.fresh();
    try (var log = Log.open(disk, SMALL.withCodec(keys))) {
      append(log, OLD, BLOB);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
    }
    for (var name : disk.files()) {
      assertThat(name).doesNotContain(BLOB.hash().toString());
      assertThat(indexOf(disk.durableBytes(name), BLOB.hash().toByteArray())).isNegative();
      assertThat(indexOf(disk.durableBytes(name), new byte[] {1, 1, 1, 1, 1, 1})).isNegative();
    }
    assertThat(Log.verify(disk).isSound()).isTrue();
    try (var log = Log.open(disk, SMALL.withCodec(keys))) {
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
      disk.flipBit(files().getFirst(), 60, 3);
      assertThatThrownBy(() -> read(log, BLOB))
          .isInstanceOfSatisfying(
              PerdureException.class, e -> assertThat(e.code()).isEqualTo(ValueCode.VALUE_DAMAGED));
    }
  }

  @Test
  void withTheKeysVerifyingNamesASealedValueThatHasChangedAndOneInClearFromBefore()
      throws IOException {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, OTHER);
    }
    var keys = KeyRing.fresh();
    try (var log = Log.open(disk, SMALL.withCodec(keys))) {
      append(log, OLD, BLOB);
    }
    assertThat(Readings.verify(disk, keys).isSound()).isTrue();
    var sealed = keys.pseudonyms(BLOB.hash()).getFirst().toString();
    disk.flipBit("values/" + sealed, 60, 3);
    disk.flipBit("values/" + OTHER.hash(), 60, 3);
    assertThat(Log.verify(disk).values().changed()).as("by their lengths").isEmpty();
    assertThat(Readings.verify(disk, KeyRing.fresh()).isSound()).as("other keys").isTrue();
    assertThat(Readings.verify(disk, keys).values().changed())
        .containsExactlyInAnyOrder(sealed, OTHER.hash().toString());
  }

  @Test
  void aLogThatIsSealedFromNowOnReadsTheValuesFromBefore() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, BLOB);
    }
    var keys = KeyRing.fresh();
    try (var log = Log.open(disk, SMALL.withCodec(keys))) {
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
      append(log, OLD, BLOB);
      assertThat(files()).hasSize(2);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
    }
  }

  private static int indexOf(byte[] in, byte[] what) {
    for (int i = 0; i + what.length <= in.length; i++) {
      if (java.util.Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void aThreadThatIsInterruptedKeepsAndReadsValuesAndStaysInterrupted(@TempDir Path directory)
      throws IOException {
    try (var log = Log.open(directory, SMALL)) {
      Thread.currentThread().interrupt();
      log.values().keep(BLOB);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
      assertThat(Thread.interrupted()).isTrue();
      var file = directory.resolve("values").resolve(BLOB.hash().toString());
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void aDiskThatIsFullTakesNoValueAndTheLogGoesOn() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, OLD, OTHER);
      disk.limitTo(0);
      assertThatThrownBy(() -> append(log, OLD, BLOB))
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> assertThat(e.code()).isEqualTo(LogCode.LOG_WRITE_FAILED));
      disk.limitTo(Long.MAX_VALUE);
      append(log, OLD, BLOB);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
    }
  }

  @Test
  void aLogInMemoryKeepsValuesAndDropsThemToo() {
    try (var log = Log.inMemory()) {
      append(log, OLD, BLOB, OTHER);
      append(log, YOUNG, OTHER);
      assertThat(read(log, BLOB)).isEqualTo(BLOB.bytes());
      assertThat(compact(log, OLD).bytes()).isGreaterThan(200);
      assertThat(read(log, OTHER)).isEqualTo(OTHER.bytes());
      assertThatThrownBy(() -> read(log, BLOB)).isInstanceOf(PerdureException.class);
    }
  }
}
