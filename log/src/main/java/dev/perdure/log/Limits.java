package dev.perdure.log;

/// Every bound of the log, with its reason.
public final class Limits {
  /// Largest batch in bytes, header included: recovery and cursors hold one batch in memory, and a
  /// length field that rotted must not make them ask for more. 64 times the size that batches have
  /// under load.
  public static final int BATCH_BYTES_MAX = 16 << 20;

  /// Schema versions are 16 bits wide in the record layout.
  public static final int SCHEMA_VERSION_MAX = 0xFFFF;

  /// Smallest segment in bytes: two pages, so that tests can roll often.
  public static final int SEGMENT_BYTES_MIN = 8 << 10;

  /// Largest segment in bytes: opening scans the last one whole, which takes about a second.
  public static final int SEGMENT_BYTES_MAX = 1 << 30;

  /// What a segment has unless told otherwise, in bytes: half a minute of a busy engine between two
  /// rolls, and little to zero at each.
  public static final int SEGMENT_BYTES_DEFAULT = 64 << 20;

  /// Bytes of large batches that are held for those who read single records: some seconds of what a
  /// busy engine writes.
  static final int CACHE_BYTES = 16 << 20;

  /// Most bytes that a codec may add to a payload: whoever fills batches reckons with it.
  public static final int SEAL_BYTES_MAX = 64;

  /// Most keys that a log may be sealed with one after the other, or a file of keys may have: a new
  /// one each month for ten years. The files that list them are read whole.
  public static final int KEYS_MAX = 128;

  private Limits() {}
}
