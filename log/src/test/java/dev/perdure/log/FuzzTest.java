package dev.perdure.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/// Mutated files: whatever is in them, only [PerdureException] comes out, and after salvaging the
/// log opens. `-Dperdure.fuzz.runs=N` runs more, `-Dperdure.fuzz.seed=N` one alone.
class FuzzTest {
  private static final int RUNS = Integer.getInteger("perdure.fuzz.runs", 1_500);
  private static final int MUTATIONS_MAX = 6;
  private static final int LONG_FIELDS = 5;

  @Test
  void noBytesMakeRecoveryFailOtherThanWithAProblem() {
    var only = Integer.getInteger("perdure.fuzz.seed");
    int first = only == null ? 1 : only;
    int last = only == null ? RUNS : only;
    for (int seed = first; seed <= last; seed++) {
      try {
        run(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), seed);
      } catch (RuntimeException | AssertionError | OutOfMemoryError e) {
        throw new AssertionError(
            "seed "
                + seed
                + "; replay: ./mvnw -pl log -am test -Dtest=FuzzTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dperdure.fuzz.seed="
                + seed,
            e);
      }
    }
  }

  private static void run(RandomGenerator random, long seed) {
    var disk = new SimDisk(seed);
    try (var log = Log.open(disk, Samples.SMALL)) {
      var model = new LogModel(random);
      var batch = log.newBatch();
      for (int i = 0; i < 40; i++) {
        model.plan(batch, log.end());
        log.append(batch);
      }
    }
    long identity = stampOf(disk).identity();
    for (int i = random.nextInt(MUTATIONS_MAX); i >= 0; i--) {
      mutate(disk, random, identity);
    }
    useAll(disk);
  }

  private static Stamp stampOf(SimDisk disk) {
    try {
      return Stamp.read(disk);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void mutate(SimDisk disk, RandomGenerator random, long identity) {
    var files = new ArrayList<>(disk.files());
    var name = files.get(random.nextInt(files.size()));
    if (name.equals(Stamp.FILE) && random.nextInt(4) != 0) {
      return;
    }
    var bytes = disk.durableBytes(name);
    switch (random.nextInt(6)) {
      case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> fill(bytes, random, (byte) random.nextInt());
      case 2 -> copyWithin(bytes, random);
      case 3 -> Arrays.fill(bytes, random.nextInt(bytes.length), bytes.length, (byte) 0);
      default -> forge(bytes, random, identity);
    }
    disk.plant(name, 0, bytes);
  }

  private static void fill(byte[] bytes, RandomGenerator random, byte with) {
    int from = random.nextInt(bytes.length);
    Arrays.fill(bytes, from, from + random.nextInt(bytes.length - from), with);
  }

  private static void copyWithin(byte[] bytes, RandomGenerator random) {
    int length = random.nextInt(bytes.length);
    int from = random.nextInt(bytes.length - length) & -8;
    int to = random.nextInt(bytes.length - length) & -8;
    System.arraycopy(bytes, from, bytes, to, length);
  }

  /// Changes a field of a header or a record and makes the checksums right again.
  private static void forge(byte[] bytes, RandomGenerator random, long identity) {
    var segment = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var headers = Victim.headersIn(bytes, identity, 0);
    if (headers.isEmpty()) {
      return;
    }
    int at = headers.get(random.nextInt(headers.size())).position();
    int recordBytes = segment.getInt(at + 44);
    if (random.nextBoolean() && recordBytes > 8) {
      segment.putInt(at + 64 + random.nextInt(Math.min(40, recordBytes - 4)), random.nextInt());
    } else if (random.nextBoolean()) {
      segment.putLong(
          at + 8 * random.nextInt(1, LONG_FIELDS), random.nextLong() >> random.nextInt(64));
    } else {
      segment.putInt(at + 40 + 4 * random.nextInt(2), random.nextInt() >> random.nextInt(32));
    }
    sign(segment, at, identity);
  }

  private static void sign(ByteBuffer segment, int at, long identity) {
    int recordBytes = segment.getInt(at + 44);
    if (recordBytes >= 0 && recordBytes <= segment.capacity() - at - BatchHeader.BYTES) {
      var records = new CRC32C();
      records.update(segment.slice(at + BatchHeader.BYTES, recordBytes));
      segment.putInt(at + 48, (int) records.getValue());
    }
    var crc = new CRC32C();
    crc.update(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(identity).flip());
    crc.update(segment.slice(at, 60));
    segment.putInt(at + 60, (int) crc.getValue());
  }

  private static void useAll(SimDisk disk) {
    try {
      if (!Log.verify(disk).isSound()) {
        Log.salvage(disk);
        assertThat(Log.verify(disk).damage()).as("after salvaging").isEmpty();
      }
      try (var log = Log.open(disk, Samples.SMALL)) {
        Samples.texts(log);
        Samples.append(log, "goes on");
        assertThat(Samples.text(log.at(log.end().plus(-1)))).isEqualTo("goes on");
      }
    } catch (PerdureException e) {
      assertThat(e.code()).isIn(LogCode.LOG_DAMAGED, LogCode.LOG_VERSION);
    }
  }
}
