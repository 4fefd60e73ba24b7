package dev.perdure.log;

import static dev.perdure.log.Samples.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.log.fault.ForwardingStorage;
import dev.perdure.log.fault.SimDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Reading streams back from segment files: what it finds, and what it costs.
class StreamReadingTest {
  private static final int SEGMENT_BYTES = 256 << 10;

  private final CountingStorage storage = new CountingStorage(new SimDisk(11));

  @Test
  void streamsThatAreMixedAreFoundAsTheyWereWritten() {
    var random = new SplittableRandom(20261122);
    try (var log = Log.open(storage, settings())) {
      var newest = new Offset[] {Offset.NONE, Offset.NONE, Offset.NONE};
      var written =
          List.of(new ArrayList<Offset>(), new ArrayList<Offset>(), new ArrayList<Offset>());
      var batch = new Batch();
      for (int i = 0; i < 4_000; i++) {
        batch.begin(log.end(), i);
        for (int records = 1 + random.nextInt(4); records > 0; records--) {
          int stream = random.nextInt(newest.length);
          // Now and then a batch is larger than the window.
          int bytes = random.nextInt(1_000) == 0 ? 100 << 10 : random.nextInt(120);
          newest[stream] =
              batch.add(KIND, new StreamKey(0, stream + 1), newest[stream], new byte[bytes]);
          written.get(stream).add(newest[stream]);
        }
        log.append(batch);
      }
      try (var cursor = log.from(Offset.ZERO)) {
        for (int stream = 0; stream < newest.length; stream++) {
          assertThat(back(cursor, newest[stream])).isEqualTo(written.get(stream));
          var passed = new ArrayList<Offset>();
          var key = new StreamKey(0, stream + 1);
          cursor.stream(
              Offset.ZERO,
              newest[stream],
              record -> {
                assertThat(record.stream()).isEqualTo(key);
                passed.add(record.offset());
              });
          assertThat(passed).isEqualTo(written.get(stream));
          for (var offset : written.get(stream)) {
            assertThat(cursor.at(offset).stream()).isEqualTo(new StreamKey(0, stream + 1));
          }
        }
      }
    }
  }

  @Test
  void goingBackThroughSmallBatchesReadsTheFileHardlyMoreThanOnce() {
    try (var log = Log.open(storage, settings())) {
      var previous = Offset.NONE;
      var batch = new Batch();
      for (int i = 0; i < 10_000; i++) {
        batch.begin(log.end(), i);
        previous = batch.add(KIND, new StreamKey(0, 1), previous, new byte[60]);
        log.append(batch);
      }
      long size = 10_000L * BatchHeader.align(BatchHeader.BYTES + RecordLayout.HEAD_BYTES + 60);
      try (var cursor = log.from(Offset.ZERO)) {
        storage.readBytes = 0;
        assertThat(back(cursor, previous)).hasSize(10_000);
        assertThat(storage.readBytes).isLessThan(size * 2);
      }
    }
  }

  private static LogSettings settings() {
    return LogSettings.defaults().withSegmentBytes(SEGMENT_BYTES);
  }

  private static List<Offset> back(Cursor cursor, Offset newest) {
    var offsets = new ArrayList<Offset>();
    for (var at = newest; !at.isNone(); at = cursor.previous(at)) {
      offsets.add(at);
    }
    Collections.reverse(offsets);
    return offsets;
  }

  /// Counts the bytes that are read.
  private static final class CountingStorage extends ForwardingStorage {
    private long readBytes;

    CountingStorage(Storage storage) {
      super(storage);
    }

    @Override
    public StorageFile open(String name, boolean writable) throws IOException {
      return new CountingFile(super.open(name, writable));
    }

    private final class CountingFile extends ForwardingFile {
      CountingFile(StorageFile file) {
        super(file);
      }

      @Override
      public void read(ByteBuffer to, long position) throws IOException {
        int before = to.position();
        super.read(to, position);
        readBytes += to.position() - before;
      }
    }
  }
}
