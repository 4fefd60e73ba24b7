package dev.perdure.log;

import java.util.List;

/// What was found in a log directory.
///
/// @param segments in order
/// @param damage in order; empty if the log is sound
/// @param end the offset after the last record of the longest sound prefix
/// @param tailBytes how far behind the last sound batch there are remains of batches that were
///   never made durable; they are no damage, and go when the log is opened
/// @param values that records refer to
public record VerifyReport(
    List<SegmentReport> segments,
    List<Damage> damage,
    Offset end,
    long tailBytes,
    ValueReport values) {

  /// The values that records refer to, by the names of their files.
  ///
  /// @param files how many there are that records refer to
  /// @param missing those that should be there
  /// @param changed those whose files hold something else than was written; of sealed ones only the
  ///   length tells without their keys
  public record ValueReport(int files, List<String> missing, List<String> changed) {
    public ValueReport {
      missing = List.copyOf(missing);
      changed = List.copyOf(changed);
    }

    public boolean isSound() {
      return missing.isEmpty() && changed.isEmpty();
    }
  }

  /// One segment.
  ///
  /// @param name of the file
  /// @param first the offset of its first record
  /// @param batches sound ones, marks included
  /// @param records in them
  /// @param usedBytes the length of its sound batches
  /// @param fileBytes the length of the file
  public record SegmentReport(
      String name, Offset first, long batches, long records, long usedBytes, long fileBytes) {}

  public VerifyReport {
    segments = List.copyOf(segments);
    damage = List.copyOf(damage);
  }

  /// Whether everything is there that should be, as it was written.
  public boolean isSound() {
    return damage.isEmpty() && values.isSound();
  }

  /// Sound batches, marks included.
  public long batches() {
    return segments.stream().mapToLong(SegmentReport::batches).sum();
  }

  /// Records in sound batches.
  public long records() {
    return segments.stream().mapToLong(SegmentReport::records).sum();
  }

  static VerifyReport of(Survey survey, ValueReport values) {
    var last = survey.last();
    return new VerifyReport(
        survey.scans().stream().map(VerifyReport::segment).toList(),
        survey.damage(),
        new Offset(survey.sound().point().end()),
        Math.max(0, survey.tail().dirtyEnd() - last.position()),
        values);
  }

  private static SegmentReport segment(SegmentScan scan) {
    return new SegmentReport(
        scan.name().fileName(),
        new Offset(scan.name().first()),
        scan.batches(),
        scan.records(),
        scan.position(),
        scan.fileBytes());
  }
}
