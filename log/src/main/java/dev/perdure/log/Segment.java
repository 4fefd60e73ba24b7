package dev.perdure.log;

import org.jspecify.annotations.Nullable;

/// A segment of an open log.
final class Segment {
  private final SegmentName name;
  private final long bytes;
  private volatile @Nullable SparseIndex index;

  /// Below which offset everything had been decided when it was last looked through for what can be
  /// dropped; −1: not known. Of the one who compacts.
  private long decided = -1;

  /// @param bytes the length of its file
  /// @param index null for a segment that was not read yet
  Segment(SegmentName name, long bytes, @Nullable SparseIndex index) {
    this.name = name;
    this.bytes = bytes;
    this.index = index;
  }

  /// The same in what compaction has left of it.
  Segment compacted(long newBytes, SparseIndex newIndex, long newDecided) {
    var segment = new Segment(name, newBytes, newIndex);
    segment.decided = newDecided;
    return segment;
  }

  long decided() {
    return decided;
  }

  void decided(long offset) {
    decided = offset;
  }

  SegmentName name() {
    return name;
  }

  /// Where the batches of its file are; null if nobody has looked yet, or if the file is another by
  /// now, which a segment that replaces this one is about to say.
  ///
  /// @param fileBytes the length of the file: compacting makes it shorter
  @Nullable SparseIndex index(long fileBytes) {
    return fileBytes == bytes ? index : null;
  }

  /// Sets what any reader found out; it is the same whoever does.
  void index(long fileBytes, SparseIndex found) {
    if (fileBytes == bytes) {
      index = found;
    }
  }
}
