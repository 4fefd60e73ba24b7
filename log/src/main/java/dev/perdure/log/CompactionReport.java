package dev.perdure.log;

/// What a compaction did.
///
/// @param segments how many segments it rewrote
/// @param records how many records it dropped
/// @param bytes by how much the files have become shorter
public record CompactionReport(int segments, long records, long bytes) {
  static final CompactionReport NOTHING = new CompactionReport(0, 0, 0);

  CompactionReport plus(CompactionReport more) {
    return new CompactionReport(
        segments + more.segments, records + more.records, bytes + more.bytes);
  }
}
