package dev.perdure.node;

import dev.perdure.engine.Clock;
import dev.perdure.engine.Ids;
import dev.perdure.engine.TaskId;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Ids from the machine's entropy. Task ids are UUIDs of version 7 (RFC 9562): 48 bits of
/// milliseconds, 12 bits that count within a millisecond (method 1, with overflow into the time),
/// 62 random bits.
final class RandomIds implements Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int COUNTER_BITS = 12;
  private static final int SEED_BYTES = 48;

  /// A power of two; so many that threads seldom meet.
  private static final int SOURCES = 16;

  private final Clock clock;
  private final AtomicLong ticks = new AtomicLong();
  private final List<Source> sources = Stream.generate(Source::new).limit(SOURCES).toList();

  RandomIds(Clock clock) {
    this.clock = clock;
  }

  /// A generator that is seeded from the machine's entropy: fast, and unique across machines. It is
  /// shared, for most threads are virtual and live so briefly that seeding one for each would cost
  /// more than all they ask of it.
  private static final class Source {
    private final RandomGenerator generator =
        RandomGeneratorFactory.of("L128X256MixRandom")
            .create(new SecureRandom().generateSeed(SEED_BYTES));

    synchronized long bits() {
      return generator.nextLong();
    }
  }

  @Override
  public TaskId task() {
    long now = clock.millis() << COUNTER_BITS;
    long tick = ticks.updateAndGet(last -> Math.max(last + 1, now));
    long millis = tick >>> COUNTER_BITS;
    long counter = tick & ((1 << COUNTER_BITS) - 1);
    return new TaskId((millis << 16) | VERSION_7 | counter, VARIANT | (bits() >>> 2));
  }

  @Override
  public UUID uuid() {
    return new UUID((bits() & 0xffff_ffff_ffff_0fffL) | 0x4000L, VARIANT | (bits() >>> 2));
  }

  @Override
  public long bits() {
    return sources.get((int) Thread.currentThread().threadId() & (SOURCES - 1)).bits();
  }
}
