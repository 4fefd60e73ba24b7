package dev.perdure.value;

/// The hash functions of values. They decide the order of encoded maps and sets, so they are part
/// of the binary format ([ValueCodec#VERSION]) and change only with it.
///
/// The finalisers are those of MurmurHash3 (A. Appleby, public domain): every input bit reaches
/// every output bit. They do not stop somebody who looks for collisions; [CollisionNode] bounds
/// their cost.
final class Mix {
  private static final int GOLDEN = 0x9E3779B9;
  private static final long GOLDEN_LONG = 0x9E3779B97F4A7C15L;

  private Mix() {}

  /// The hash of a value of `kind` whose content hashes to `content`.
  static int of(Kind kind, int content) {
    int h = content + kind.salt() * GOLDEN;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  /// The hash of a value of `kind` whose content is `bits`.
  static int of(Kind kind, long bits) {
    long h = bits + kind.salt() * GOLDEN_LONG;
    h ^= h >>> 33;
    h *= 0xFF51AFD7ED558CCDL;
    h ^= h >>> 33;
    h *= 0xC4CEB9FE1A85EC53L;
    return (int) (h >>> 32) ^ (int) h;
  }

  /// The hash of a map's entry, to be summed over the map.
  static int entry(int key, int value) {
    int h = key * 31 + value;
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    return h ^ (h >>> 12);
  }
}
