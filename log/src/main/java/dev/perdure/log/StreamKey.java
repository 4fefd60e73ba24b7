package dev.perdure.log;

/// The 128-bit key of the stream a record belongs to; for the engine, a task id. Zero means that
/// the record belongs to no stream.
///
/// @param high the upper 64 bits
/// @param low the lower 64 bits
public record StreamKey(long high, long low) {
  /// The key of records that belong to no stream.
  public static final StreamKey NONE = new StreamKey(0, 0);

  public boolean isNone() {
    return high == 0 && low == 0;
  }
}
