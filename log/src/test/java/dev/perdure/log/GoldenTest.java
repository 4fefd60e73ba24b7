package dev.perdure.log;

import static dev.perdure.log.Samples.SMALL;
import static dev.perdure.log.Samples.append;
import static dev.perdure.log.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.log.fault.SimDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The byte format. The files of a format once released never change; `-Dperdure.golden.write=true`
/// writes those of a new one.
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/log-1");
  private static final String SEGMENT = SegmentName.FIRST.fileName();

  @TempDir Path temp;

  @Test
  void theSameAppendsMakeTheSameBytes() throws IOException {
    var disk = new SimDisk(1);
    try (var log = Log.open(disk, SMALL)) {
      append(log, "one", "two");
      log.sync();
      var batch = new Batch().begin(log.end(), 1_767_225_600_000L);
      var kind = new RecordKind(-2, false, Limits.SCHEMA_VERSION_MAX);
      batch.add(kind, new StreamKey(-1, Long.MIN_VALUE), Offset.ZERO, "three".getBytes("UTF-8"));
      log.append(batch);
    }
    if (Boolean.getBoolean("perdure.golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.write(GOLDEN.resolve(Stamp.FILE), disk.durableBytes(Stamp.FILE));
      Files.write(GOLDEN.resolve(SEGMENT), disk.durableBytes(SEGMENT));
    }
    assertThat(GOLDEN.resolve(Stamp.FILE)).hasBinaryContent(disk.durableBytes(Stamp.FILE));
    assertThat(GOLDEN.resolve(SEGMENT)).hasBinaryContent(disk.durableBytes(SEGMENT));
  }

  @Test
  void aLogOfFormatOneIsReadByThisRelease() throws IOException {
    for (var name : new String[] {Stamp.FILE, SEGMENT}) {
      Files.copy(GOLDEN.resolve(name), temp.resolve(name));
    }
    try (var log = Log.open(temp, SMALL)) {
      assertThat(texts(log)).containsExactly("one", "two", "three");
      var third = log.at(new Offset(2));
      assertThat(third.batch()).isEqualTo(new BatchInfo(new Offset(2), 1, 1, 1_767_225_600_000L));
      assertThat(third.kind()).isEqualTo(new RecordKind(-2, false, Limits.SCHEMA_VERSION_MAX));
      assertThat(third.stream()).isEqualTo(new StreamKey(-1, Long.MIN_VALUE));
      assertThat(third.previous()).isEqualTo(Offset.ZERO);
      assertThat(log.epoch()).isEqualTo(2);
    }
  }
}
