package dev.perdure.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import dev.perdure.value.ValueSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// E4: records of streams that nobody needs give their space back.
class CompactionTest {
  private static final LogSettings SMALL = Samples.SMALL;
  private static final StreamKey OLD = new StreamKey(1, 1);
  private static final StreamKey YOUNG = new StreamKey(1, 2);

  private final SimDisk disk = new SimDisk(4711);
  private final List<LogRecord> appended = new ArrayList<>();

  /// Appends batches of four records, of the streams in turn, each record with half a kilobyte.
  private void append(Log log, int batches, StreamKey... streams) {
    var batch = new Batch();
    for (int i = 0; i < batches; i++) {
      long first = log.end().value();
      batch.begin(log.end(), 1_000 + first);
      var info = new BatchInfo(log.end(), 4, log.epoch(), 1_000 + first);
      for (int j = 0; j < 4; j++) {
        var offset = new Offset(first + j);
        var stream = streams[j % streams.length];
        var previous = last(stream);
        var payload = new byte[500];
        payload[0] = (byte) (first + j);
        batch.add(Samples.KIND, stream, previous, payload);
        appended.add(
            new LogRecord(offset, info, Samples.KIND, stream, previous, payload, ValueSource.NONE));
      }
      log.append(batch);
    }
    log.sync();
  }

  private Offset last(StreamKey stream) {
    return appended.reversed().stream()
        .filter(record -> record.stream().equals(stream))
        .findFirst()
        .map(LogRecord::offset)
        .orElse(Offset.NONE);
  }

  private static CompactionReport compact(Log log, StreamKey... dropped) {
    return log.compact(log.durable(), List.of(dropped)::contains, () -> true);
  }

  private static List<LogRecord> read(Log log, long from) {
    var records = new ArrayList<LogRecord>();
    try (var cursor = log.from(new Offset(from))) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        records.add(record);
      }
    }
    return records;
  }

  /// All but what may be dropped is there, as it was.
  private void checkKept(Log log, long from, StreamKey... dropped) {
    var kept =
        read(log, from).stream()
            .filter(record -> !List.of(dropped).contains(record.stream()))
            .toList();
    var expected =
        appended.stream()
            .filter(record -> record.offset().value() >= from)
            .filter(record -> !List.of(dropped).contains(record.stream()))
            .toList();
    assertThat(kept)
        .usingElementComparator((a, b) -> same(a, b) ? 0 : 1)
        .containsExactlyElementsOf(expected);
    for (var record : expected) {
      assertThat(same(log.at(record.offset()), record)).isTrue();
    }
  }

  private static boolean same(LogRecord a, LogRecord b) {
    return a.offset().equals(b.offset())
        && a.batch().timeMillis() == b.batch().timeMillis()
        && a.stream().equals(b.stream())
        && a.previous().equals(b.previous())
        && a.payload()[0] == b.payload()[0];
  }

  @Test
  void whatIsKeptHasTheOffsetTheTimeAndThePredecessorItHad() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 40, OLD, YOUNG, StreamKey.NONE, OLD);
      long before = size();
      var report = compact(log, OLD);
      assertThat(report.segments()).isGreaterThan(5);
      assertThat(report.records()).isGreaterThan(60);
      assertThat(before - size()).isEqualTo(report.bytes()).isPositive();
      assertThat(read(log, 0)).hasSizeLessThan(160 - 60);
      for (long from = 0; from < 160; from++) {
        checkKept(log, from, OLD);
      }
    }
  }

  private long size() {
    return SegmentName.among(disk.files()).stream()
        .mapToLong(name -> disk.durableBytes(name.fileName()).length)
        .sum();
  }

  @Test
  void aCompactedLogIsSoundAndGoesOnAfterItIsOpenedAgain() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, OLD, YOUNG);
      compact(log, OLD);
      append(log, 20, YOUNG);
    }
    assertThat(Log.verify(disk).damage()).isEmpty();
    try (var log = Log.open(disk, SMALL)) {
      assertThat(log.droppedBelow()).isEqualTo(new Offset(80));
      append(log, 20, OLD, YOUNG);
      checkKept(log, 0, OLD);
      assertThat(read(log, 80)).hasSize(160);
    }
    assertThat(Log.verify(disk).isSound()).isTrue();
    assertThat(Log.verify(disk).end()).isEqualTo(new Offset(240));
  }

  @Test
  void whatIsLeftOfASegmentIsCompactedAgainWhenMoreIsDecided() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, OLD, YOUNG);
      compact(log, OLD);
      append(log, 60, StreamKey.NONE);
      long before = size();
      assertThat(compact(log, OLD, YOUNG).records()).isGreaterThan(20);
      assertThat(size()).isLessThan(before);
      assertThat(compact(log, OLD, YOUNG)).isEqualTo(CompactionReport.NOTHING);
      checkKept(log, 0, OLD, YOUNG);
    }
    assertThat(Log.verify(disk).isSound()).isTrue();
  }

  @Test
  void ofASegmentNothingOfWhichIsKeptAHundredBytesAreLeft() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, OLD);
      compact(log, OLD);
    }
    var names = SegmentName.among(disk.files());
    var first = names.getFirst().fileName();
    var second = names.get(1).fileName();
    assertThat(disk.durableBytes(second)).hasSizeLessThan(100);
    assertThat(disk.durableBytes(first)).hasSizeLessThan(100);
    assertThat(Log.verify(disk).isSound()).isTrue();
  }

  @Test
  void aRecordThatWasDroppedIsSaidToBe() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, OLD, YOUNG);
      compact(log, OLD);
      try (var cursor = log.from(Offset.ZERO)) {
        assertThatThrownBy(() -> cursor.at(new Offset(2)))
            .isInstanceOfSatisfying(
                PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_DROPPED));
        assertThatThrownBy(() -> cursor.previous(Offset.ZERO)).isInstanceOf(PerdureException.class);
        assertThat(cursor.next().offset()).isEqualTo(new Offset(1));
      }
    }
  }

  @Test
  void aCursorGoesOnWhileTheSegmentItIsInIsReplaced() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 40, OLD, YOUNG);
      try (var cursor = log.from(Offset.ZERO)) {
        long seen = 0;
        for (var record = cursor.next(); record != null; record = cursor.next()) {
          if (record.offset().value() == 6) {
            compact(log, OLD);
          }
          seen += record.stream().equals(YOUNG) ? 1 : 0;
        }
        assertThat(seen).isEqualTo(80);
      }
    }
  }

  @Test
  void aSegmentIsLeftAsItIsIfLittleWouldBeGained() {
    try (var log = Log.open(disk, SMALL.withSegmentBytes(4 * Limits.SEGMENT_BYTES_MIN))) {
      append(log, 8, YOUNG);
      append(log, 1, OLD, YOUNG, YOUNG, YOUNG);
      append(log, 20, YOUNG);
      assertThat(compact(log, OLD)).isEqualTo(CompactionReport.NOTHING);
      assertThat(read(log, 0)).hasSize(116);
    }
  }

  @Test
  void theLastSegmentAndWhatIsAboveTheOffsetStay() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, OLD);
      log.compact(new Offset(40), OLD::equals, () -> true);
      var kept = read(log, 0);
      assertThat(kept.getFirst().offset().value()).isBetween(20L, 40L);
      assertThat(kept.getLast().offset()).isEqualTo(new Offset(79));
    }
  }

  @Test
  void aFlippedBitInWhatIsLeftIsDamageAndTheRecordsBeforeItCanBeSalvaged() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 40, OLD, YOUNG);
      compact(log, OLD);
    }
    var third = SegmentName.among(disk.files()).get(2);
    disk.flipBit(third.fileName(), 100, 3);
    assertThat(Log.verify(disk).damage().getFirst().segment()).isEqualTo(third.fileName());
    var report = Log.salvage(disk);
    assertThat(report.kept()).isEqualTo(new Offset(third.first()));
    assertThat(Log.verify(disk).damage()).isEmpty();
    appended.removeIf(record -> record.offset().value() >= third.first());
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, YOUNG);
      checkKept(log, 0, OLD);
    }
    assertThat(Log.verify(disk).isSound()).isTrue();
  }

  @Test
  void aLogWhoseLastSegmentIsGoneGoesOnBehindOneThatWasCompacted() throws IOException {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, OLD, YOUNG);
      compact(log, OLD);
    }
    var names = SegmentName.among(disk.files());
    disk.rename(names.getLast().fileName(), "elsewhere/" + names.getLast().fileName());
    disk.force();
    appended.removeIf(record -> record.offset().value() >= names.getLast().first());
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, YOUNG);
      checkKept(log, 0, OLD);
    }
    assertThat(Log.verify(disk).isSound()).isTrue();
  }

  @Test
  void aDiskThatIsFullLeavesTheLogAsItWas() {
    try (var log = Log.open(disk, SMALL)) {
      append(log, 20, OLD, YOUNG);
      disk.limitTo(size());
      assertThatThrownBy(() -> compact(log, OLD))
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> assertThat(e.code()).isEqualTo(LogCode.LOG_WRITE_FAILED));
      disk.limitTo(Long.MAX_VALUE);
      append(log, 1, YOUNG);
      checkKept(log, 0);
      assertThat(compact(log, OLD).records()).isPositive();
      checkKept(log, 0, OLD);
    }
  }

  @Test
  void aLogInMemoryDropsThemToo() {
    try (var log = Log.inMemory()) {
      append(log, 40, OLD, YOUNG, StreamKey.NONE, OLD);
      assertThat(compact(log, OLD).records()).isEqualTo(80);
      assertThat(read(log, 0)).hasSize(80);
      for (long from = 0; from < 160; from++) {
        checkKept(log, from, OLD);
      }
      assertThatThrownBy(() -> log.at(Offset.ZERO)).isInstanceOf(PerdureException.class);
    }
  }

  @Test
  void aCopyOfACompactedLogIsTheSameLog(@TempDir Path folder) throws IOException {
    var original = folder.resolve("original");
    var copy = Files.createDirectory(folder.resolve("copy"));
    try (var log = Log.open(original, SMALL)) {
      append(log, 20, OLD, YOUNG);
      compact(log, OLD);
      append(log, 5, YOUNG);
      var parts = LogParts.below(original, log.durable());
      Files.copy(original.resolve(parts.stamp()), copy.resolve(parts.stamp()));
      for (var part : parts.segments()) {
        var bytes = new byte[Math.toIntExact(part.length())];
        var source = Files.readAllBytes(original.resolve(part.name()));
        System.arraycopy(source, 0, bytes, 0, Math.toIntExact(part.bytes()));
        Files.write(copy.resolve(part.name()), bytes);
      }
    }
    assertThat(Log.verifyCopy(copy, null).damage()).isEmpty();
    try (var log = Log.open(copy, SMALL)) {
      checkKept(log, 0, OLD);
    }
  }
}
