package dev.perdure.log;

import static dev.perdure.log.Samples.KIND;
import static dev.perdure.log.Samples.SMALL;
import static dev.perdure.log.Samples.STREAM;
import static dev.perdure.log.Samples.append;
import static dev.perdure.log.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.log.aes.KeyFile;
import dev.perdure.log.aes.KeyRing;
import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedLogTest {
  private static final String SECRET = "the seven of diamonds";

  @TempDir Path temp;
  private final KeyRing keys = KeyRing.fresh();

  private Path directory() {
    return temp.resolve("log");
  }

  private Log open(PayloadCodec codec) {
    return Log.open(directory(), SMALL.withCodec(codec));
  }

  @Test
  void whatIsSealedIsReadByAllWaysOfReadingAndStandsInNoFile() {
    try (var log = open(keys)) {
      append(log, SECRET, "", SECRET.repeat(300));
      append(log, SECRET);
      assertThat(texts(log)).containsExactly(SECRET, "", SECRET.repeat(300), SECRET);
      assertThat(log.at(new Offset(3)).payload()).asString().isEqualTo(SECRET);
      try (var cursor = log.from(Offset.ZERO)) {
        assertThat(cursor.at(new Offset(2)).payload()).asString().isEqualTo(SECRET.repeat(300));
        assertThat(cursor.at(Offset.ZERO).payload()).asString().isEqualTo(SECRET);
      }
    }
    assertThat(content()).hasSizeGreaterThan(3);
    content()
        .forEach((file, text) ->
            assertThat(text).as(file).doesNotContain("seven").doesNotContain("diamonds"));
  }

  @Test
  void aLogThatWasSwitchedOnLaterHoldsBoth() {
    try (var log = Log.open(directory(), SMALL)) {
      append(log, "plain");
    }
    assertThat(content()).doesNotContainKey(UsedKeys.FILE);
    try (var log = open(keys)) {
      assertThat(texts(log)).containsExactly("plain");
      append(log, "sealed");
    }
    try (var log = open(keys)) {
      assertThat(texts(log)).containsExactly("plain", "sealed");
    }
  }

  @Test
  void whoHasNoKeyIsToldSoAndNothingIsWritten() {
    try (var log = open(keys)) {
      append(log, SECRET);
    }
    refusedUntouched(() -> Log.open(directory(), SMALL), "no keys were given");
    refusedUntouched(() -> open(KeyRing.fresh()), keys.newest());
  }

  @Test
  void theNewestRecordTellsThatKeysAreNeededIfTheFileThatSaysSoIsGone() throws IOException {
    try (var log = open(keys)) {
      append(log, SECRET);
    }
    Files.delete(directory().resolve(UsedKeys.FILE));
    refusedUntouched(() -> Log.open(directory(), SMALL), "no keys were given");
    refusedUntouched(() -> open(KeyRing.fresh()), keys.newest());
    try (var log = open(keys)) {
      assertThat(texts(log)).containsExactly(SECRET);
    }
    assertThat(content()).containsKey(UsedKeys.FILE);
  }

  @Test
  void aFileOfUsedKeysThatHasChangedIsDamage() throws IOException {
    open(keys).close();
    var used = directory().resolve(UsedKeys.FILE);
    Files.writeString(used, Files.readString(used).replace("key ", "kex "));
    assertThatThrownBy(() -> open(keys)).hasMessageContaining("which keys");
  }

  private void refusedUntouched(ThrowingCallable opening, String what) {
    var before = content();
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_KEY_MISSING))
        .hasMessageContaining(what);
    assertThat(content()).isEqualTo(before);
  }

  private Map<String, String> content() {
    var content = new TreeMap<String, String>();
    try (var files = Files.list(directory())) {
      for (var file : files.toList()) {
        content.put(
            file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }

  @Test
  void keysAreChangedOverRestartsAndEachOpensWhatItSealed() {
    var file = new KeyFile(temp.resolve("keys"));
    file.create();
    var texts = new ArrayList<String>();
    for (int life = 0; life < 5; life++) {
      try (var log = open(file.read())) {
        assertThat(texts(log)).isEqualTo(texts);
        texts.add("life " + life);
        append(log, "life " + life);
      }
      file.add();
    }
    try (var log = open(file.read())) {
      assertThat(texts(log)).isEqualTo(texts);
    }
    assertThat(content().get(UsedKeys.FILE).lines()).hasSize(1 + 6);
  }

  @Test
  void aKeyThatRecordsWereSealedWithIsMissedEvenIfALaterOneIsThere() throws IOException {
    var path = temp.resolve("keys");
    var file = new KeyFile(path);
    file.create();
    var oldest = file.read().newest();
    try (var log = open(file.read())) {
      append(log, SECRET);
    }
    file.add();
    try (var log = open(file.read())) {
      append(log, SECRET);
    }
    var lines = new ArrayList<>(Files.readAllLines(path));
    lines.remove(1);
    Files.write(path, lines);
    refusedUntouched(() -> open(file.read()), oldest);
  }

  @Test
  void aLogIsVerifiedAndItsEpochsAreSkippedWithoutKeys() {
    try (var log = Log.open(directory(), SMALL.withCodec(keys))) {
      append(log, SECRET);
    }
    assertThat(Log.verify(directory()).isSound()).isTrue();
    Log.skipEpochs(directory(), 100);
    try (var log = Log.open(directory(), SMALL.withCodec(keys))) {
      assertThat(texts(log)).containsExactly(SECRET);
      assertThat(log.epoch()).isGreaterThan(100);
    }
  }

  @Test
  void aBatchOfAnotherMakingIsRefused() {
    try (var log = open(keys)) {
      var plain = new Batch().begin(log.end(), 0);
      plain.add(KIND, STREAM, Offset.NONE, new byte[1]);
      assertThatThrownBy(() -> log.append(plain)).hasMessageContaining("seals otherwise");
      try (var memory = Log.inMemory()) {
        var sealed = log.newBatch().begin(Offset.ZERO, 0);
        sealed.add(KIND, STREAM, Offset.NONE, new byte[1]);
        assertThatThrownBy(() -> memory.append(sealed)).hasMessageContaining("seals otherwise");
      }
      append(log, "fine");
    }
  }

  @Test
  void aBatchThatSealsLeavesThePayloadAloneAndKeepsItsBound() {
    try (var log = open(keys)) {
      var payload =
          ByteBuffer.wrap(SECRET.getBytes(StandardCharsets.UTF_8), 4, 5).asReadOnlyBuffer();
      var batch = log.newBatch().begin(log.end(), 0);
      batch.add(KIND, STREAM, Offset.NONE, payload);
      assertThat(payload.position()).isEqualTo(4);
      assertThat(batch.bytes()).isEqualTo(RecordLayout.HEAD_BYTES + 5 + keys.overhead());
      var huge = new byte[Limits.BATCH_BYTES_MAX - BatchHeader.BYTES - RecordLayout.HEAD_BYTES * 2];
      assertThatThrownBy(() -> batch.add(KIND, STREAM, Offset.NONE, huge))
          .hasMessageContaining("exceeds the limit");
      assertThat(batch.count()).isEqualTo(1);
      log.append(batch);
      assertThat(texts(log)).containsExactly("seven");
    }
  }

  /// What somebody who writes the files well, checksums included, can do.
  @Test
  void aSealedRecordThatWasChangedOrMovedIsRefused() {
    var image = record(Offset.ZERO);
    var seen = new RecordOpener("log", 7, keys, ValueSource.NONE);
    assertThat(seen.open(image, 0, Offset.ZERO)).asString().isEqualTo(SECRET);
    for (int bit = Integer.BYTES * 8; bit < image.capacity() * 8; bit++) {
      image.put(bit / 8, (byte) (image.get(bit / 8) ^ 1 << bit % 8));
      assertBroken(seen, image, Offset.ZERO);
      image.put(bit / 8, (byte) (image.get(bit / 8) ^ 1 << bit % 8));
    }
    assertBroken(seen, image, new Offset(1));
    assertBroken(new RecordOpener("log", 8, keys, ValueSource.NONE), image, Offset.ZERO);
  }

  private static Reference none(Referred value) {
    throw new AssertionError(value.toString());
  }

  private ByteBuffer record(Offset offset) {
    var batch = new Batch(new RecordSealer(keys, 7), SealedLogTest::none).begin(offset, 0);
    batch.add(KIND, STREAM, Offset.NONE, SECRET.getBytes(StandardCharsets.UTF_8));
    var image = ByteBuffer.allocate(batch.bytes()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    return image.put(batch.records()).flip();
  }

  private static void assertBroken(RecordOpener opener, ByteBuffer image, Offset offset) {
    assertThatThrownBy(() -> opener.open(image, 0, offset))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> assertThat(e.code()).isIn(LogCode.LOG_SEAL_BROKEN, LogCode.LOG_KEY_MISSING));
  }

  @Test
  void theFingerprintOfASealedRecordTellsNothingOfWhatItHolds() {
    Function<Log, Object> ofTheLast =
        log -> {
          try (var cursor = log.from(Offset.ZERO)) {
            return cursor.fingerprint(log.end().plus(-1));
          }
        };
    var prints = new ArrayList<Object>();
    for (var codec : List.of(keys, keys)) {
      try (var log = Log.open(new SimDisk(3), SMALL.withCodec(codec))) {
        append(log, SECRET);
        prints.add(ofTheLast.apply(log));
        assertThat(ofTheLast.apply(log)).isEqualTo(prints.getLast());
      }
    }
    assertThat(prints).doesNotHaveDuplicates();
  }
}
