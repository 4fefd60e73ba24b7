package dev.perdure.log;

import static dev.perdure.log.Samples.SMALL;
import static dev.perdure.log.Samples.append;
import static dev.perdure.log.Samples.appendKilobytes;
import static dev.perdure.log.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.log.fault.Fault;
import dev.perdure.log.fault.FaultRates;
import dev.perdure.log.fault.PowerCut;
import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The log in segment files, on the simulated disk.
class SegmentLogTest {
  private static final String FIRST = SegmentName.FIRST.fileName();

  private final SimDisk disk = new SimDisk(4711);

  @Test
  void aLogGoesOnWhereItWasClosed() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, "a", "b");
    }
    try (var log = Log.open(disk, SMALL)) {
      assertThat(log.end()).isEqualTo(new Offset(2));
      append(log, "c");
      assertThat(texts(log)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void segmentsAreRolledWhenTheNextBatchDoesNotFit() {
    try (var log = Log.open(disk, SMALL)) {
      appendKilobytes(log, 30);
      assertThat(texts(log)).hasSize(30);
    }
    var report = Log.verify(disk);
    assertThat(report.isSound()).isTrue();
    assertThat(report.segments()).hasSizeGreaterThan(4);
    assertThat(report.records()).isEqualTo(30);
    assertThat(report.end()).isEqualTo(new Offset(30));
  }

  @Test
  void everyOpeningHasALaterEpoch() {
    long before = 0;
    for (int i = 0; i < 200; i++) {
      try (var log = Log.open(disk, SMALL)) {
        assertThat(log.epoch()).isGreaterThan(before);
        before = log.epoch();
      }
    }
    assertThat(Log.verify(disk).segments()).hasSizeGreaterThan(1);
  }

  @Test
  void aBatchLargerThanASegmentIsRefusedAndNothingIsWritten() {
    try (var log = Log.open(disk, SMALL)) {
      assertThatThrownBy(() -> append(log, "x".repeat(Limits.SEGMENT_BYTES_MIN)))
          .isInstanceOfSatisfying(
              PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_TOO_LARGE));
      append(log, "a");
      assertThat(texts(log)).containsExactly("a");
    }
  }

  @Test
  void asyncSyncsOncePerWindowAndForceAlways() {
    try (var log = Log.open(disk, SMALL.withDurability(Durability.async(100)))) {
      long before = log.forces();
      appendAt(log, 1_000_000);
      log.sync();
      assertThat(log.durable()).isEqualTo(new Offset(1));
      appendAt(log, 1_000_099);
      log.sync();
      assertThat(log.durable()).isEqualTo(new Offset(1));
      appendAt(log, 1_000_100);
      log.sync();
      assertThat(log.durable()).isEqualTo(new Offset(3));
      appendAt(log, 1_000_101);
      log.force();
      assertThat(log.durable()).isEqualTo(new Offset(4));
      assertThat(log.forces() - before).isEqualTo(3);
    }
  }

  private static void appendAt(Log log, long timeMillis) {
    var batch = new Batch().begin(log.end(), timeMillis);
    batch.add(Samples.KIND, Samples.STREAM, Offset.NONE, new byte[1]);
    log.append(batch);
  }

  @Test
  void aFailedSyncStopsTheLogForGood() {
    var log = Log.open(disk, SMALL);
    append(log, "a");
    disk.failAtRates(new FaultRates(1_000_000, 0));
    assertFails(log::sync);
    disk.failAtRates(FaultRates.NONE);
    assertFails(log::sync);
    assertFails(() -> append(log, "b"));
    assertThat(log.durable()).isEqualTo(Offset.ZERO);
    assertThat(disk.counts().of(Fault.SYNC_FAILED)).isEqualTo(1);
    log.close();
  }

  @Test
  void aFullDiskStopsTheLogAtTheNextRollAndLosesNothing() {
    disk.limitTo(3L * Limits.SEGMENT_BYTES_MIN);
    var log = Log.open(disk, SMALL);
    assertFails(() -> appendKilobytes(log, 30));
    var end = log.end();
    assertThat(disk.counts().of(Fault.DISK_FULL)).isPositive();
    log.close();
    disk.limitTo(Long.MAX_VALUE);
    try (var again = Log.open(disk, SMALL)) {
      assertThat(again.end()).isEqualTo(end);
    }
  }

  private static void assertFails(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_WRITE_FAILED));
  }

  @Test
  void oneDirectoryHasOneOwner() {
    try (var _ = Log.open(disk, SMALL)) {
      assertThatThrownBy(() -> Log.open(disk, SMALL))
          .isInstanceOfSatisfying(
              PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_LOCKED));
    }
  }

  @Test
  void aTornBatchBeforeAWholeOneIsTailIfNothingProvesItDurable() {
    var log = Log.open(disk, SMALL);
    append(log, "synced");
    log.sync();
    append(log, "torn");
    append(log, "whole");
    disk.flipBit(FIRST, indexOf("torn"), 0);
    disk.kill();
    var report = Log.verify(disk);
    assertThat(report.isSound()).isTrue();
    assertThat(report.tailBytes()).isPositive();
    try (var again = Log.open(disk, SMALL)) {
      assertThat(texts(again)).containsExactly("synced");
    }
    assertThat(Log.verify(disk).tailBytes()).isZero();
  }

  @Test
  void aTornBatchBelowALaterDurableUpToIsDamage() {
    var log = Log.open(disk, SMALL);
    append(log, "torn", "gone");
    log.sync();
    append(log, "whole");
    disk.flipBit(FIRST, indexOf("torn"), 0);
    disk.kill();
    assertDamaged(new Offset(0), new Offset(2));
  }

  @Test
  void aCleanCloseProvesTheLastBatchDurable() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, "last");
    }
    disk.flipBit(FIRST, indexOf("last"), 0);
    assertDamaged(new Offset(0), new Offset(1));
  }

  @Test
  void theBytesOfAnotherLogInATornBatchAreNoProof() {
    var other = new SimDisk(99);
    try (var log = Log.open(other, SMALL)) {
      append(log, "x", "y", "z");
      log.sync();
      append(log, "proof");
    }
    var log = Log.open(disk, SMALL);
    var stolen = Arrays.copyOf(other.durableBytes(FIRST), 1024);
    var batch = new Batch().begin(log.end(), 0);
    batch.add(Samples.KIND, Samples.STREAM, Offset.NONE, new byte[0]); // what follows is aligned
    batch.add(Samples.KIND, Samples.STREAM, Offset.NONE, stolen);
    log.append(batch);
    disk.flipBit(FIRST, 2 * BatchHeader.BYTES + 3, 0);
    disk.kill();
    assertThat(Log.verify(disk).isSound()).isTrue();
  }

  @Test
  void aMissingSegmentIsDamage() throws Exception {
    try (var log = Log.open(disk, SMALL)) {
      appendKilobytes(log, 30);
    }
    var names = SegmentName.among(disk.files());
    disk.rename(names.get(2).fileName(), "elsewhere");
    assertDamaged(new Offset(names.get(2).first()), new Offset(names.get(3).first()));
  }

  @Test
  void salvageKeepsTheLongestSoundPrefixAndThrowsNothingAway() {
    try (var log = Log.open(disk, SMALL)) {
      appendKilobytes(log, 30);
    }
    var names = SegmentName.among(disk.files());
    var second = names.get(1);
    disk.flipBit(second.fileName(), 2 * 1104 + 300, 5);
    var report = Log.salvage(disk);
    var kept = new Offset(second.first() + 2);
    assertThat(report.kept()).isEqualTo(kept);
    assertThat(report.asideFolder()).isEqualTo("damaged-1");
    assertThat(disk.files())
        .filteredOn(name -> name.startsWith("damaged-1/"))
        .hasSize(names.size() - 1);
    try (var log = Log.open(disk, SMALL)) {
      assertThat(log.end()).isEqualTo(kept);
      append(log, "goes on");
      assertThat(texts(log)).hasSize((int) kept.value() + 1).last().isEqualTo("goes on");
    }
    assertThat(Log.salvage(disk).asideFolder()).isEmpty();
  }

  @Test
  void salvageCanBeCutShortAtAnyCallAndDoneAgain() {
    for (int call = 1; call < 200; call++) {
      var cut = new SimDisk(call);
      try (var log = Log.open(cut, SMALL)) {
        appendKilobytes(log, 30);
      }
      var second = SegmentName.among(cut.files()).get(1);
      cut.flipBit(second.fileName(), 2 * 1104 + 300, 5);
      cut.crashAfter(call);
      try {
        Log.salvage(cut);
      } catch (PowerCut e) {
        cut.restart();
        Log.salvage(cut);
      }
      cut.kill();
      try (var log = Log.open(cut, SMALL)) {
        assertThat(log.end()).isEqualTo(new Offset(second.first() + 2));
      }
    }
  }

  @Test
  void openingFromASnapshotReadsOnlyTheSegmentsFromThereOn() {
    try (var log = Log.open(disk, SMALL)) {
      appendKilobytes(log, 100);
    }
    var read = new ArrayList<String>();
    disk.onCall(read::add);
    try (var log = Log.open(disk, SMALL.withCheckFrom(new Offset(95)))) {
      assertThat(read).filteredOn("read"::equals).hasSizeLessThan(15);
      assertThat(texts(log)).hasSize(100);
      assertThat(log.at(new Offset(3)).payload()).hasSize(1000);
    }
  }

  @Test
  void damageBelowTheSnapshotIsFoundWhenRead() {
    try (var log = Log.open(disk, SMALL)) {
      appendKilobytes(log, 100);
    }
    disk.flipBit(FIRST, 3000, 1);
    try (var log = Log.open(disk, SMALL.withCheckFrom(new Offset(95)))) {
      assertThatThrownBy(() -> texts(log))
          .isInstanceOfSatisfying(
              PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_DAMAGED));
    }
  }

  @Test
  void aSegmentOfAnotherForkOfTheSameLogIsDamage() {
    var fork = new SimDisk(4711);
    for (var one : List.of(disk, fork)) {
      try (var log = Log.open(one, SMALL)) {
        append(log, one == disk ? "this" : "that");
        appendKilobytes(log, 10);
      }
    }
    var second = SegmentName.among(disk.files()).get(1).fileName();
    disk.plant(second, 0, fork.durableBytes(second));
    assertThat(Log.verify(disk).damage()).hasSize(1);
    assertThat(Log.verify(disk).damage().getFirst().what()).contains("does not continue");
  }

  @Test
  void aLogWithoutItsStampIsDamaged() throws Exception {
    try (var log = Log.open(disk, SMALL)) {
      append(log, "a");
    }
    disk.rename(Stamp.FILE, "elsewhere");
    assertThatThrownBy(() -> Log.open(disk, SMALL)).hasMessageContaining("stamp");
    assertCannotBeSalvaged();
  }

  @Test
  void aShortFileInTheFirstSegmentsPlaceIsNotOverwritten() throws IOException {
    try (var file = disk.create(FIRST, 4)) {
      file.write(ByteBuffer.wrap("junk".getBytes(StandardCharsets.US_ASCII)), 0);
    }
    assertThatThrownBy(() -> Log.open(disk, SMALL)).hasMessageContaining("stamp");
    assertCannotBeSalvaged();
  }

  @Test
  void aLogWithoutSegmentsIsDamaged() throws Exception {
    try (var log = Log.open(disk, SMALL)) {
      append(log, "a");
    }
    disk.rename(FIRST, "elsewhere");
    assertCannotBeSalvaged();
  }

  /// Nobody is sent from one command to the other.
  private void assertCannotBeSalvaged() {
    for (var look :
        List.<ThrowingCallable>of(
            () -> Log.open(disk, SMALL), () -> Log.verify(disk), () -> Log.salvage(disk))) {
      assertThatThrownBy(look)
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> {
                assertThat(e.code()).isEqualTo(LogCode.LOG_DAMAGED);
                assertThat(e.problem().remedy())
                    .contains("from a copy", "nothing")
                    .doesNotContain("perdure log salvage");
              });
    }
  }

  @Test
  void aLogOfALaterReleaseIsRefused() {
    Log.open(disk, SMALL).close();
    disk.plant(Stamp.FILE, 0, "perdure-log 2\n".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> Log.open(disk, SMALL))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_VERSION));
  }

  private void assertDamaged(Offset from, Offset below) {
    var damage = Log.verify(disk).damage();
    assertThat(damage).hasSize(1);
    assertThat(damage.getFirst().from()).isEqualTo(from);
    assertThat(damage.getFirst().below()).isEqualTo(below);
    assertThatThrownBy(() -> Log.open(disk, SMALL))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_DAMAGED));
  }

  /// Where a text stands in the first segment, flipped alike in the cache and on the disk.
  private int indexOf(String text) {
    try (var file = disk.open(FIRST, false)) {
      var bytes = ByteBuffer.allocate(Limits.SEGMENT_BYTES_MIN);
      file.read(bytes, 0);
      var all = new String(bytes.array(), StandardCharsets.ISO_8859_1);
      return all.indexOf(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
