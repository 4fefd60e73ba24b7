package dev.perdure.engine;

import java.util.UUID;

/// The identity of a task: 128 bits that sort by creation time (UUID version 7, RFC 9562) and are
/// unique across engines.
///
/// @param high the first 64 bits: 48 bits of milliseconds since 1970, then version and counter
/// @param low the last 64 bits
public record TaskId(long high, long low) implements Comparable<TaskId> {

  /// An id that depends on its arguments only.
  ///
  /// @param atMillis what it sorts by, in milliseconds since 1970
  /// @param seed a random id: two engines that have not the same one never come to the same id
  /// @param number different for each id of one seed and time
  static TaskId derived(long atMillis, TaskId seed, long number) {
    long mixed = mix(atMillis + mix(number + mix(seed.high + mix(seed.low))));
    long high = (atMillis << 16) | VERSION | (mixed & 0xfff);
    return new TaskId(high, mix(mixed) >>> 2 | VARIANT);
  }

  private static final int CHARS = 36;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 1L << 63;

  /// Reads the form that [#toString] prints.
  ///
  /// @throws IllegalArgumentException if the text is no UUID, written in full
  public static TaskId parse(String text) {
    if (text.length() != CHARS) {
      throw new IllegalArgumentException("not a UUID of " + CHARS + " characters: " + text);
    }
    var uuid = UUID.fromString(text);
    return new TaskId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  /// The same 128 bits as a UUID.
  public UUID uuid() {
    return new UUID(high, low);
  }

  /// A number from 0 to `buckets - 1` that depends on this id and the salt only: the same in every
  /// run and on every machine, and spread evenly.
  public int bucket(String salt, int buckets) {
    long mixed = mix(high + mix(low) + mix(salt.hashCode()));
    return (int) Long.remainderUnsigned(mixed, buckets);
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public int compareTo(TaskId other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public int hashCode() {
    return (int) mix(high ^ low);
  }

  @Override
  public String toString() {
    return uuid().toString();
  }
}
