package dev.perdure.log;

import static dev.perdure.log.Samples.KIND;
import static dev.perdure.log.Samples.STREAM;
import static dev.perdure.log.Samples.append;
import static dev.perdure.log.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every implementation of [Log] does.
class LogTest {
  enum Implementation {
    MEMORY {
      @Override
      Log open() {
        return Log.inMemory();
      }
    },
    SEGMENTS {
      @Override
      Log open() {
        return Log.open(new SimDisk(1), Samples.SMALL);
      }
    };

    abstract Log open();
  }

  @ParameterizedTest
  @EnumSource
  void aNewLogIsEmpty(Implementation implementation) {
    var log = implementation.open();
    assertThat(log.end()).isEqualTo(Offset.ZERO);
    assertThat(log.durable()).isEqualTo(Offset.ZERO);
    assertThat(log.from(Offset.ZERO).next()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void recordsComeBackAsTheyWereAppended(Implementation implementation) {
    var log = implementation.open();
    var batch = new Batch().begin(Offset.ZERO, 42);
    batch.add(KIND, STREAM, Offset.NONE, new byte[] {1, 2});
    var kind = new RecordKind(-1, false, Limits.SCHEMA_VERSION_MAX);
    batch.add(kind, StreamKey.NONE, Offset.ZERO, ByteBuffer.wrap(new byte[] {9, 8, 7}, 1, 2));
    assertThat(log.append(batch)).isEqualTo(Offset.ZERO);

    var first = log.at(Offset.ZERO);
    assertThat(first.kind()).isEqualTo(KIND);
    assertThat(first.stream()).isEqualTo(STREAM);
    assertThat(first.previous()).isEqualTo(Offset.NONE);
    assertThat(first.payload()).containsExactly(1, 2);
    assertThat(first.batch()).isEqualTo(new BatchInfo(Offset.ZERO, 2, log.epoch(), 42));
    var second = log.at(new Offset(1));
    assertThat(second.kind()).isEqualTo(kind);
    assertThat(second.stream().isNone()).isTrue();
    assertThat(second.previous()).isEqualTo(Offset.ZERO);
    assertThat(second.payload()).containsExactly(8, 7);
  }

  @ParameterizedTest
  @EnumSource
  void anAppendIsReadableAtOnceAndDurableAfterASync(Implementation implementation) {
    var log = implementation.open();
    append(log, "a", "b");
    assertThat(log.end()).isEqualTo(new Offset(2));
    assertThat(log.durable()).isEqualTo(Offset.ZERO);
    assertThat(text(log.at(new Offset(1)))).isEqualTo("b");
    log.sync();
    assertThat(log.durable()).isEqualTo(new Offset(2));
  }

  @ParameterizedTest
  @EnumSource
  void aCursorAtTheEndGoesOnWhenTheLogDoes(Implementation implementation) {
    var log = implementation.open();
    append(log, "a");
    try (var cursor = log.from(Offset.ZERO)) {
      assertThat(text(Objects.requireNonNull(cursor.next()))).isEqualTo("a");
      assertThat(cursor.next()).isNull();
      append(log, "b", "c");
      assertThat(text(Objects.requireNonNull(cursor.next()))).isEqualTo("b");
      assertThat(text(cursor.at(Offset.ZERO))).isEqualTo("a");
      assertThat(text(Objects.requireNonNull(cursor.next()))).isEqualTo("c");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStreamIsReadBackwardsThroughItsPreviousOffsets(Implementation implementation) {
    var log = implementation.open();
    var batch = new Batch();
    var previous = Offset.NONE;
    for (int i = 0; i < 200; i++) {
      batch.begin(log.end(), i);
      batch.add(KIND, new StreamKey(9, 9), Offset.NONE, new byte[50]);
      previous = batch.add(KIND, STREAM, previous, new byte[] {(byte) i});
      log.append(batch);
    }
    int count = 0;
    try (var cursor = log.from(Offset.ZERO)) {
      for (var at = previous; !at.isNone(); at = cursor.previous(at)) {
        assertThat(cursor.at(at).payload()).containsExactly(199 - count);
        assertThat(log.at(at).previous()).isEqualTo(cursor.previous(at));
        count++;
      }
    }
    assertThat(count).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void aStreamIsPassedOnInLogOrderFromAnOffsetOn(Implementation implementation) {
    var log = implementation.open();
    var batch = new Batch();
    var previous = Offset.NONE;
    var offsets = new ArrayList<Offset>();
    for (int i = 0; i < 200; i++) {
      batch.begin(log.end(), i);
      batch.add(KIND, new StreamKey(9, 9), Offset.NONE, new byte[50]);
      previous = batch.add(KIND, STREAM, previous, new byte[] {(byte) i, 1});
      offsets.add(previous);
      log.append(batch);
    }
    var passed = new ArrayList<String>();
    try (var cursor = log.from(Offset.ZERO)) {
      cursor.stream(offsets.get(50), offsets.get(120), record -> passed.add(shown(record)));
      assertThatThrownBy(() -> cursor.stream(Offset.ZERO, log.end(), record -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(passed)
        .isEqualTo(
            IntStream.rangeClosed(50, 120).mapToObj(i -> shown(log.at(offsets.get(i)))).toList());
  }

  private static String shown(RecordView record) {
    var payload = record.decoder().raw(2);
    return shown(record.offset(), record.type(), record.version(), record.stream(), payload);
  }

  private static String shown(LogRecord record) {
    var kind = record.kind();
    return shown(record.offset(), kind.type(), kind.version(), record.stream(), record.payload());
  }

  private static String shown(
      Offset offset, int type, int version, StreamKey stream, byte[] payload) {
    return offset + " " + type + "/" + version + " " + stream + " " + Arrays.toString(payload);
  }

  @ParameterizedTest
  @EnumSource
  void aBatchIsRefusedUnlessItBeginsAtTheEnd(Implementation implementation) {
    var log = implementation.open();
    append(log, "a");
    var batch = new Batch().begin(Offset.ZERO, 0);
    assertThatThrownBy(() -> log.append(batch)).hasMessageContaining("at least one record");
    batch.add(KIND, STREAM, Offset.NONE, new byte[0]);
    assertThatThrownBy(() -> log.append(batch)).hasMessageContaining("the log ends at 1");
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotExistCannotBeRead(Implementation implementation) {
    var log = implementation.open();
    append(log, "a");
    assertThatThrownBy(() -> log.at(new Offset(1))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> log.at(Offset.NONE)).isInstanceOf(IllegalArgumentException.class);
    try (var cursor = log.from(Offset.ZERO)) {
      assertThatThrownBy(() -> cursor.previous(new Offset(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> log.from(new Offset(2))).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aRecordCannotFollowItself(Implementation implementation) {
    var batch = new Batch().begin(implementation.open().end(), 0);
    assertThatThrownBy(() -> batch.add(KIND, STREAM, Offset.ZERO, new byte[0]))
        .hasMessageContaining("cannot follow");
    assertThat(batch.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aBatchBeyondTheLimitIsRefusedAndKeepsWhatItHad(Implementation implementation) {
    var log = implementation.open();
    var batch = new Batch().begin(log.end(), 0);
    batch.add(KIND, STREAM, Offset.NONE, new byte[] {1});
    var huge = new byte[Limits.BATCH_BYTES_MAX];
    assertThatThrownBy(() -> batch.add(KIND, STREAM, Offset.NONE, huge))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_TOO_LARGE));
    assertThat(batch.count()).isEqualTo(1);
    log.append(batch);
    assertThat(log.at(Offset.ZERO).payload()).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource
  void closingTwiceDoesNothing(Implementation implementation) {
    var log = implementation.open();
    append(log, "a");
    log.close();
    log.close();
    assertThat(log.durable()).isEqualTo(log.end());
  }
}
