package dev.perdure.log;

import org.jspecify.annotations.Nullable;

/// A segment of an open log.
final class Segment {
  private final SegmentName name;
  private volatile @Nullable SparseIndex index;

  /// @param index null for a segment that was not read yet
  Segment(SegmentName name, @Nullable SparseIndex index) {
    this.name = name;
    this.index = index;
  }

  SegmentName name() {
    return name;
  }

  @Nullable SparseIndex index() {
    return index;
  }

  /// Sets what any reader found out; it is the same whoever does.
  void index(SparseIndex found) {
    index = found;
  }
}
