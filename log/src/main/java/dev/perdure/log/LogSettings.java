package dev.perdure.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a log is opened.
///
/// @param durability what a sync promises
/// @param segmentBytes the size of a segment file, [Limits#SEGMENT_BYTES_MIN] to
///   [Limits#SEGMENT_BYTES_MAX], a multiple of 8. Fixed when the log is created; ignored later.
/// @param checkFrom opening verifies the segments that hold this offset and later ones; those below
///   are verified when read. An owner with a snapshot gives its offset, so that opening takes time
///   by the snapshot's interval, not by the log's age.
/// @param epochsSkipped how many epochs this ownership leaves out: those that the owner of the log
///   which this one is a copy of may have taken meanwhile
/// @param codec seals what is appended from now on; null: nothing is sealed. A log that was sealed
///   once is opened with a codec only, which has all keys that were used
public record LogSettings(
    Durability durability,
    int segmentBytes,
    Offset checkFrom,
    long epochsSkipped,
    @Nullable PayloadCodec codec) {
  public LogSettings {
    Objects.requireNonNull(durability);
    if (segmentBytes < Limits.SEGMENT_BYTES_MIN
        || segmentBytes > Limits.SEGMENT_BYTES_MAX
        || segmentBytes % BatchHeader.ALIGNMENT != 0) {
      throw new IllegalArgumentException("segments of " + segmentBytes + " bytes");
    }
    if (checkFrom.isNone()) {
      throw new IllegalArgumentException("checkFrom is an offset");
    }
    if (epochsSkipped < 0) {
      throw new IllegalArgumentException("epochs are never taken back");
    }
  }

  /// Fsync, segments of 64 MiB, everything verified.
  public static LogSettings defaults() {
    return new LogSettings(Durability.fsync(), Limits.SEGMENT_BYTES_DEFAULT, Offset.ZERO, 0, null);
  }

  public LogSettings withDurability(Durability durability) {
    return new LogSettings(durability, segmentBytes, checkFrom, epochsSkipped, codec);
  }

  public LogSettings withSegmentBytes(int segmentBytes) {
    return new LogSettings(durability, segmentBytes, checkFrom, epochsSkipped, codec);
  }

  public LogSettings withCheckFrom(Offset checkFrom) {
    return new LogSettings(durability, segmentBytes, checkFrom, epochsSkipped, codec);
  }

  public LogSettings withEpochsSkipped(long epochsSkipped) {
    return new LogSettings(durability, segmentBytes, checkFrom, epochsSkipped, codec);
  }

  public LogSettings withCodec(PayloadCodec codec) {
    return new LogSettings(durability, segmentBytes, checkFrom, epochsSkipped, codec);
  }
}
