package dev.perdure.log.fault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// The bytes of one file, twice: as the running system sees them, and as they are on the disk.
final class SimFile {
  static final int PAGE_BYTES = 4096;
  static final int SECTOR_BYTES = 512;

  private final byte[] seen;
  private final byte[] durable;
  private final TreeSet<Integer> dirtyPages = new TreeSet<>();

  /// A file of zeros, on the disk too.
  SimFile(int bytes) {
    seen = new byte[bytes];
    durable = new byte[bytes];
  }

  /// Another file of the same bytes, which are on its disk.
  SimFile copy() {
    var copy = new SimFile(seen.length);
    copy.plant(0, seen);
    return copy;
  }

  int size() {
    return seen.length;
  }

  void read(ByteBuffer to, long position) {
    int at = (int) Math.min(position, seen.length);
    int bytes = Math.min(to.remaining(), seen.length - at);
    to.put(seen, at, bytes);
  }

  void write(ByteBuffer from, long position) {
    int at = Math.toIntExact(position);
    int bytes = from.remaining();
    from.get(seen, at, bytes);
    for (int page = at / PAGE_BYTES; page * PAGE_BYTES < at + bytes; page++) {
      dirtyPages.add(page);
    }
  }

  void force() {
    for (int page : dirtyPages) {
      persist(page * PAGE_BYTES, PAGE_BYTES);
    }
    dirtyPages.clear();
  }

  /// A sync that fails: some pages reach the disk, and all are clean from now on.
  void failForce(RandomGenerator random) {
    for (int page : dirtyPages) {
      if (random.nextBoolean()) {
        persist(page * PAGE_BYTES, PAGE_BYTES);
      }
    }
    dirtyPages.clear();
  }

  /// Any subset of the dirty pages reaches the disk, some only in part; the rest is lost.
  void crash(RandomGenerator random, FaultCounts counts) {
    boolean lost = false;
    for (int page : dirtyPages) {
      switch (random.nextInt(3)) {
        case 0 -> {
          counts.add(Fault.PAGE_LOST);
          lost = true;
        }
        case 1 -> {
          counts.add(Fault.PAGE_TORN);
          tear(page, random);
          lost = true;
        }
        default -> {
          if (lost) {
            counts.add(Fault.PAGE_REORDERED);
          }
          persist(page * PAGE_BYTES, PAGE_BYTES);
        }
      }
    }
    dirtyPages.clear();
    System.arraycopy(durable, 0, seen, 0, seen.length);
  }

  private void tear(int page, RandomGenerator random) {
    int sectors = random.nextInt(1 << (PAGE_BYTES / SECTOR_BYTES));
    for (int i = 0; i < PAGE_BYTES / SECTOR_BYTES; i++) {
      if ((sectors >>> i & 1) != 0) {
        persist(page * PAGE_BYTES + i * SECTOR_BYTES, SECTOR_BYTES);
      }
    }
  }

  private void persist(int at, int bytes) {
    int end = Math.min(at + bytes, seen.length);
    if (at < end) {
      System.arraycopy(seen, at, durable, at, end - at);
    }
  }

  void flip(int position, int bit) {
    seen[position] ^= (byte) (1 << bit);
    durable[position] ^= (byte) (1 << bit);
  }

  /// Puts bytes on the disk behind everyone's back.
  void plant(int position, byte[] bytes) {
    System.arraycopy(bytes, 0, seen, position, bytes.length);
    System.arraycopy(bytes, 0, durable, position, bytes.length);
  }

  byte[] durableBytes() {
    return Arrays.copyOf(durable, durable.length);
  }
}
