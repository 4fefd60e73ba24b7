package dev.perdure.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Small records for tests.
final class Samples {
  static final RecordKind KIND = new RecordKind(7, true, 3);
  static final StreamKey STREAM = new StreamKey(1, 2);
  static final LogSettings SMALL =
      LogSettings.defaults().withSegmentBytes(Limits.SEGMENT_BYTES_MIN);

  private Samples() {}

  /// Appends one batch with a record for each text.
  static Offset append(Log log, String... texts) {
    var batch = log.newBatch().begin(log.end(), 1_000);
    for (var text : texts) {
      batch.add(KIND, STREAM, Offset.NONE, text.getBytes(StandardCharsets.UTF_8));
    }
    return log.append(batch);
  }

  /// Appends batches of one record with 1000 bytes each: eight of them need a second small segment.
  static void appendKilobytes(Log log, int count) {
    for (int i = 0; i < count; i++) {
      append(log, ("" + (char) ('a' + i % 26)).repeat(1000));
    }
  }

  static List<String> texts(Log log) {
    var texts = new ArrayList<String>();
    try (var cursor = log.from(Offset.ZERO)) {
      for (var record = cursor.next(); record != null; record = cursor.next()) {
        texts.add(text(record));
      }
    }
    return texts;
  }

  static String text(LogRecord record) {
    return new String(record.payload(), StandardCharsets.UTF_8);
  }
}
