package dev.perdure.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What a log has to be: the records that were appended, and how many of them were synced.
final class LogModel {
  private static final RecordKind[] KINDS = {
    new RecordKind(1, true, 0), new RecordKind(-7, false, 65_535), new RecordKind(300, true, 2)
  };

  /// A batch on its way in, with the records it will have.
  record Planned(Offset first, List<LogRecord> records) {}

  private static final int STREAMS = 20;
  private static final int BLOBS = 30;

  /// A value that records refer to.
  record Blob(Hash hash, byte[] bytes) implements Referred {
    static Blob of(int number) {
      var bytes = new byte[200 + number];
      Arrays.fill(bytes, (byte) number);
      return new Blob(Hash.ofBytes(bytes), bytes);
    }

    @Override
    public int size() {
      return bytes.length;
    }
  }

  private final RandomGenerator random;
  private final Map<StreamKey, Long> dropped = new HashMap<>();
  private final List<LogRecord> records = new ArrayList<>();
  private final Map<Offset, Blob> referred = new HashMap<>();
  private long read;
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
      long age = random.nextLong(1 + random.nextLong(STREAMS));
      var stream = new StreamKey(random.nextLong(3), Math.max(0, records.size() / 32 - age));
      var previous = newest(stream, planned);
      var payload = new byte[random.nextInt(random.nextInt(16) == 0 ? 3_000 / count : 100)];
      random.nextBytes(payload);
      var blob = random.nextInt(12) == 0 ? Blob.of(random.nextInt(BLOBS)) : null;
      referred.put(end.plus(i), blob);
      batch.add(
          kind,
          stream,
          previous,
          ByteBuffer.wrap(payload),
          blob == null ? List.of() : List.of(blob));
      planned.add(
          new LogRecord(end.plus(i), info, kind, stream, previous, payload, ValueSource.NONE));
    }
    return new Planned(end, planned);
  }

  private Offset newest(StreamKey stream, List<LogRecord> planned) {
    if (stream.isNone()) {
      return new Offset(random.nextLong(-1, records.size() + planned.size()));
    }
    return Stream.concat(planned.reversed().stream(), records.reversed().stream())
        .filter(record -> record.stream().equals(stream))
        .findFirst()
        .map(LogRecord::offset)
        .orElse(Offset.NONE);
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
      referred.put(end.plus(i), null);
      planned.add(
          new LogRecord(
              end.plus(i), info, KINDS[0], StreamKey.NONE, Offset.NONE, payload, ValueSource.NONE));
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

  /// Drops the records of some streams below an offset; they may stay for some time, and come back
  /// after a crash.
  ///
  /// @return how many were dropped now
  long compact(Log log, Offset below) {
    for (int i = random.nextInt(1 + records.size() / 16); i > 0; i--) {
      var stream = records.get(random.nextInt(records.size())).stream();
      if (!stream.isNone()) {
        dropped.putIfAbsent(stream, 0L);
      }
    }
    dropped.replaceAll((_, before) -> Math.max(before, below.value()));
    return log.compact(below, dropped::containsKey, () -> true).records();
  }

  private boolean mayBeDropped(LogRecord record) {
    return record.offset().value() < dropped.getOrDefault(record.stream(), 0L);
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
      // streams are dropped from their beginning on
      var seen = new HashSet<StreamKey>();
      var next = cursor.next();
      for (var expected : records.subList((int) from, records.size())) {
        if (next != null && next.offset().equals(expected.offset())) {
          checkEqual(next, expected);
          seen.add(next.stream());
          next = cursor.next();
        } else if (!mayBeDropped(expected) || seen.contains(expected.stream())) {
          throw new AssertionError("read " + next + " where " + expected + " was appended");
        }
      }
      assertThat(next).isNull();
    }
  }

  void checkRecord(Log log) {
    if (!records.isEmpty()) {
      var expected = records.get(random.nextInt(records.size()));
      try {
        checkEqual(log.at(expected.offset()), expected);
      } catch (PerdureException e) {
        assertThat(e.code()).isEqualTo(LogCode.LOG_DROPPED);
        assertThat(mayBeDropped(expected)).as("%s may be dropped", expected).isTrue();
      }
    }
  }

  private static boolean isPartOf(BatchInfo actual, BatchInfo whole) {
    return !actual.first().isBefore(whole.first()) && !whole.end().isBefore(actual.end());
  }

  /// How many values that records refer to were read.
  long read() {
    return read;
  }

  private void checkEqual(LogRecord actual, LogRecord expected) {
    checkSame(actual, expected);
    var blob = referred.get(expected.offset());
    if (blob != null) {
      assertThat(actual.values().bytes(blob.hash(), blob.size())).isEqualTo(blob.bytes());
      read++;
    }
  }

  private static void checkSame(LogRecord actual, LogRecord expected) {
    boolean isEqual =
        actual != null
            && actual.offset().equals(expected.offset())
            && isPartOf(actual.batch(), expected.batch())
            && !actual.offset().isBefore(actual.batch().first())
            && actual.offset().isBefore(actual.batch().end())
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
