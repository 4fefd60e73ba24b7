package dev.perdure.log;

/// The batch a record was written in: the unit that is either wholly in the log or wholly absent.
///
/// @param first the offset of its first record
/// @param count how many records it has, 1 or more
/// @param epoch which ownership of the log wrote it; grows with every opening
/// @param timeMillis the time the writer gave it, in milliseconds since 1970 UTC
public record BatchInfo(Offset first, int count, long epoch, long timeMillis) {
  /// The offset after its last record.
  public Offset end() {
    return first.plus(count);
  }
}
