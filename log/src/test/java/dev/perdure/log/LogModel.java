package dev.perdure.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a log has to be: the records that were appended, and how many of them were synced.
final class LogModel {
  private static final RecordKind[] KINDS = {
    new RecordKind(1, true, 0), new RecordKind(-7, false, 65_535), new RecordKind(300, true, 2)
  };

  /// A batch on its way in, with the records it will have.
  record Planned(Offset first, List<LogRecord> records) {}

  private final RandomGenerator random;
  private final List<LogRecord> records = new ArrayList<>();
  private long synced;
  private long timeMillis = 1_700_000_000_000L;

  LogModel(RandomGenerator random) {
    this.random = random;
  }

  /// Fills a batch with random records.
  Planned plan(Batch batch, Offset end) {
    int count = 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 4);
    timeMillis += random.nextInt(100);
    batch.begin(end, timeMillis);
    var info = new BatchInfo(end, count, 0, timeMillis);
    var planned = new ArrayList<LogRecord>();
    for (int i = 0; i < count; i++) {
      var kind = KINDS[random.nextInt(KINDS.length)];
      var stream = new StreamKey(random.nextLong(3), random.nextLong());
      var previous = new Offset(random.nextLong(-1, end.value() + i));
      var payload = new byte[random.nextInt(random.nextInt(16) == 0 ? 3_000 / count : 100)];
      random.nextBytes(payload);
      batch.add(kind, stream, previous, payload);
      planned.add(new LogRecord(end.plus(i), info, kind, stream, previous, payload));
    }
    return new Planned(end, planned);
  }

  /// Fills a batch with so many records that take so many bytes.
  ///
  /// @param headBytes what a record takes beside its payload
  Planned planShaped(Batch batch, Offset end, int count, int bytes, int headBytes) {
    batch.begin(end, timeMillis);
    var info = new BatchInfo(end, count, 0, timeMillis);
    var planned = new ArrayList<LogRecord>();
    for (int i = 0; i < count; i++) {
      boolean isLast = i == count - 1;
      var payload = new byte[isLast ? bytes - count * headBytes : 0];
      batch.add(KINDS[0], StreamKey.NONE, Offset.NONE, payload);
      planned.add(new LogRecord(end.plus(i), info, KINDS[0], StreamKey.NONE, Offset.NONE, payload));
    }
    return new Planned(end, planned);
  }

  /// A batch was given to the log, which may have failed to take it.
  void appended(Planned planned) {
    assertThat(planned.first().value()).isEqualTo(records.size());
    records.addAll(planned.records());
  }

  /// The log said that everything below is durable.
  void synced(Offset durable) {
    assertThat(durable.value()).isGreaterThanOrEqualTo(synced);
    synced = durable.value();
  }

  /// After a recovery: all that was synced, nothing that was not appended, whole batches.
  void checkRecovered(Log log) {
    int end = (int) log.end().value();
    assertThat(end).as("records that were synced").isGreaterThanOrEqualTo((int) synced);
    assertThat(end).as("records that were appended").isLessThanOrEqualTo(records.size());
    if (end > 0) {
      assertThat(records.get(end - 1).batch().end().value()).as("end of a batch").isEqualTo(end);
    }
    records.subList(end, records.size()).clear();
    synced = end;
    checkAll(log);
  }

  private void checkAll(Log log) {
    long from = random.nextInt(4) == 0 ? 0 : Math.max(0, records.size() - 60);
    try (var cursor = log.from(new Offset(from))) {
      for (var expected : records.subList((int) from, records.size())) {
        checkEqual(cursor.next(), expected);
      }
      assertThat(cursor.next()).isNull();
    }
  }

  void checkRecord(Log log) {
    if (!records.isEmpty()) {
      var expected = records.get(random.nextInt(records.size()));
      checkEqual(log.at(expected.offset()), expected);
    }
  }

  private static void checkEqual(LogRecord actual, LogRecord expected) {
    boolean isEqual =
        actual != null
            && actual.offset().equals(expected.offset())
            && actual.batch().first().equals(expected.batch().first())
            && actual.batch().count() == expected.batch().count()
            && actual.batch().timeMillis() == expected.batch().timeMillis()
            && actual.kind().equals(expected.kind())
            && actual.stream().equals(expected.stream())
            && actual.previous().equals(expected.previous())
            && Arrays.equals(actual.payload(), expected.payload());
    if (!isEqual) {
      throw new AssertionError("read " + actual + " where " + expected + " was appended");
    }
  }
}
