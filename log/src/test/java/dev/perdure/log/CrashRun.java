package dev.perdure.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.log.aes.KeyRing;
import dev.perdure.log.fault.FaultCounts;
import dev.perdure.log.fault.FaultRates;
import dev.perdure.log.fault.PowerCut;
import dev.perdure.log.fault.SimDisk;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// One random history of a log on a simulated disk, checked against a [LogModel]: opened, appended
/// to, synced, rolled, closed, killed, and above all crashed, at any call, opening included. Every
/// fourth seed seals its records.
final class CrashRun {
  private static final int STEPS_A_LIFE_MAX = 60;
  private static final int CALLS_TO_CRASH_MAX = 100;
  private static final FaultRates RATES = new FaultRates(3_000, 1_000);

  private final SimDisk disk;
  private final RandomGenerator random;
  private final LogModel model;
  private final LogSettings settings;
  private final int headBytes;
  private Batch batch = new Batch();
  private long crashes;
  private long flips;
  private long baits;
  private long compacted;
  private byte @Nullable [] remains;
  private @Nullable String remainsOf;

  /// After a sync of zeros failed, the system shows them until the next crash; the disk may not
  /// have them, and nobody can tell.
  private boolean zerosMayBeMissing;

  CrashRun(long seed) {
    disk = new SimDisk(seed);
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(~seed);
    model = new LogModel(random);
    var durability = random.nextInt(4) == 0 ? Durability.async(500) : Durability.fsync();
    var plain =
        LogSettings.defaults()
            .withSegmentBytes(Limits.SEGMENT_BYTES_MIN << random.nextInt(3))
            .withDurability(durability);
    var keys = seed % 4 == 1 ? KeyRing.fresh() : null;
    settings = keys == null ? plain : plain.withCodec(keys);
    headBytes = RecordLayout.HEAD_BYTES + (keys == null ? 0 : keys.overhead());
    disk.failAtRates(random.nextBoolean() ? RATES : FaultRates.NONE);
  }

  long crashes() {
    return crashes;
  }

  long flips() {
    return flips;
  }

  /// How often stale bytes stood where the next batch was due.
  long baits() {
    return baits;
  }

  /// How many records were dropped.
  long compacted() {
    return compacted;
  }

  /// How many values that records refer to were read back.
  long valuesRead() {
    return model.read();
  }

  FaultCounts counts() {
    return disk.counts();
  }

  /// Lives until the power has gone this often.
  void untilCrashes(int wanted) {
    while (crashes < wanted) {
      try {
        live();
      } catch (PowerCut e) {
        crashes++;
        disk.restart();
        zerosMayBeMissing = false;
        rememberRemains();
      }
    }
  }

  private void live() {
    flipSometimes();
    if (random.nextInt(3) != 0) {
      disk.crashAfter(1 + random.nextInt(CALLS_TO_CRASH_MAX));
    }
    var log = openOrNull();
    if (log == null) {
      disk.kill();
      return;
    }
    checkRecovered(log);
    batch = log.newBatch();
    try {
      boolean isBaited = plantSometimes(log);
      int steps = isBaited ? random.nextInt(3) : random.nextInt(STEPS_A_LIFE_MAX);
      for (int i = 0; i < steps; i++) {
        step(log);
      }
      leave(log);
    } catch (PerdureException e) {
      checkPoisoned(log, e);
      if (random.nextBoolean()) {
        throwPowerCut();
      }
      disk.kill();
    }
  }

  private @Nullable Log openOrNull() {
    try {
      return Log.open(disk, settings);
    } catch (PerdureException e) {
      if (e.code() != LogCode.LOG_WRITE_FAILED) {
        throw e;
      }
      zerosMayBeMissing = true;
      return null;
    }
  }

  private void leave(Log log) {
    switch (random.nextInt(4)) {
      case 0 -> {
        log.close();
        model.synced(log.end());
        disk.kill();
      }
      case 1 -> disk.kill();
      default -> throwPowerCut();
    }
  }

  private void throwPowerCut() {
    disk.crash();
    disk.list();
  }

  private void step(Log log) {
    switch (random.nextInt(16)) {
      case 0, 1 -> log.sync();
      case 2 -> model.checkRecord(log);
      case 4 -> {
        if (random.nextInt(4) == 0) {
          compact(log);
        }
      }
      case 3 -> {
        log.force();
        assertThat(log.durable()).isEqualTo(log.end());
        model.synced(log.end());
      }
      default -> append(log);
    }
    model.synced(log.durable());
  }

  /// One that fails leaves a log that goes on, or is poisoned, which the next step finds.
  private void compact(Log log) {
    try {
      compacted += model.compact(log, new Offset(random.nextLong(log.durable().value() + 1)));
    } catch (PerdureException e) {
      assertThat(e.code()).isEqualTo(LogCode.LOG_WRITE_FAILED);
    }
  }

  private void append(Log log) {
    var planned = planned(log);
    if (planned == null) {
      return;
    }
    try {
      assertThat(log.append(batch)).isEqualTo(planned.first());
    } finally {
      model.appended(planned);
    }
  }

  /// Null if a value could not be written that it refers to; the log goes on without it, unless it
  /// is poisoned, which the next step finds.
  private LogModel.@Nullable Planned planned(Log log) {
    try {
      return model.plan(batch, log.end());
    } catch (PerdureException e) {
      assertThat(e.code()).isEqualTo(LogCode.LOG_WRITE_FAILED);
      return null;
    }
  }

  private void checkRecovered(Log log) {
    model.checkRecovered(log);
    var look = survey();
    var last = look.survey().last();
    checkZeros(disk.durableBytes(last.name().fileName()), (int) last.position());
    assertThat(last.to().durable()).isEqualTo(log.end().value());
    assertThat(look.stamp().segmentBytes()).isEqualTo(settings.segmentBytes());
  }

  private void checkZeros(byte[] bytes, int end) {
    var behind = Arrays.copyOfRange(bytes, end, bytes.length);
    int dirty = Arrays.mismatch(behind, new byte[behind.length]);
    if (!zerosMayBeMissing) {
      assertThat(dirty)
          .as("a byte behind the last batch that is not zero on the disk")
          .isNegative();
    }
  }

  private record Look(Stamp stamp, Survey survey) {}

  private Look survey() {
    try {
      var stamp = Stamp.read(disk);
      return new Look(stamp, Survey.of(disk, stamp, SegmentName.among(disk.list()), Offset.ZERO));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void checkPoisoned(Log log, PerdureException first) {
    assertThat(first.code()).isEqualTo(LogCode.LOG_WRITE_FAILED);
    assertThatThrownBy(log::sync).isSameAs(first);
    assertThatThrownBy(() -> log.append(batch)).isSameAs(first);
  }

  private @Nullable String lastSegment() {
    var segments = SegmentName.among(disk.files());
    return segments.isEmpty() ? null : segments.getLast().fileName();
  }

  private void rememberRemains() {
    var last = lastSegment();
    remains = last == null ? null : disk.durableBytes(last);
    remainsOf = last;
  }

  /// Puts what a crash left behind the last batch back where recovery had zeroed it: a disk that
  /// lost those zeros. Then appends a batch that ends where one of the old ones begins, with the
  /// offset the old one begins with.
  ///
  /// @return whether there is such a pair now
  private boolean plantSometimes(Log log) {
    var old = remains;
    remains = null;
    if (old == null || random.nextInt(3) != 0 || !remainsOf.equals(lastSegment())) {
      return false;
    }
    var look = survey();
    int end = (int) look.survey().last().position();
    disk.plant(remainsOf, end, Arrays.copyOfRange(old, end, old.length));
    for (var stale : Victim.headersIn(old, look.stamp().identity(), end)) {
      long count = stale.header().first() - log.end().value();
      long bytes = stale.position() - end - BatchHeader.BYTES;
      if (count > 0 && bytes >= count * headBytes) {
        appendShaped(log, (int) count, (int) bytes);
        return true;
      }
    }
    return false;
  }

  private void appendShaped(Log log, int count, int bytes) {
    baits++;
    var planned = model.planShaped(batch, log.end(), count, bytes, headBytes);
    try {
      log.append(batch);
    } finally {
      model.appended(planned);
    }
  }

  /// Between two lives: flips a bit in a batch that is proved to have been durable.
  private void flipSometimes() {
    if (random.nextInt(12) != 0 || !disk.files().contains(Stamp.FILE)) {
      return;
    }
    var look = survey();
    var victims = Victim.among(disk, look.stamp(), look.survey());
    if (victims.isEmpty()) {
      return;
    }
    flip(victims);
  }

  private void flip(List<Victim> victims) {
    var victim = victims.get(random.nextInt(victims.size()));
    long at = victim.position() + random.nextInt(victim.bytes());
    int bit = random.nextInt(8);
    disk.flipBit(victim.segment(), at, bit);
    flips++;
    var damage = Log.verify(disk).damage();
    assertThat(damage).as("damage after a flip in %s", victim).isNotEmpty();
    assertThat(damage.getFirst().segment()).isEqualTo(victim.segment());
    assertThat(damage.getFirst().position()).isEqualTo(victim.position());
    assertThatThrownBy(() -> Log.open(disk, settings))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(LogCode.LOG_DAMAGED));
    disk.flipBit(victim.segment(), at, bit);
  }
}
