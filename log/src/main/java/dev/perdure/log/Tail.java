package dev.perdure.log;

import java.io.IOException;

/// What stands behind the last sound batch of the last segment.
///
/// @param claim the highest durable-up-to among headers there that may follow the last sound batch;
///   0 without any
/// @param dirtyEnd where the last byte that is not zero ends; the tail's begin if there is none
record Tail(long claim, long dirtyEnd) {
  private static final int STEP = BatchHeader.ALIGNMENT;

  /// Looks at every place where a batch may begin. A header counts by its own checksum alone: that
  /// it was written is what its claim rests on, not that its records arrived.
  static Tail behind(Storage storage, Stamp stamp, SegmentScan scan) throws IOException {
    try (var file = storage.open(scan.name().fileName(), false)) {
      var window = new Window(file);
      long claim = 0;
      long dirtyEnd = scan.position();
      for (long at = scan.position(); at + STEP <= scan.fileBytes(); at += STEP) {
        int i = window.at(at, STEP);
        if (i < 0 || window.bytes().getLong(i) == 0) {
          continue;
        }
        dirtyEnd = at + STEP;
        if (window.bytes().getInt(i) == BatchHeader.MAGIC) {
          claim = Math.max(claim, claimAt(window, at, stamp, scan.to()));
        }
      }
      return new Tail(claim, dirtyEnd);
    }
  }

  private static long claimAt(Window window, long at, Stamp stamp, ChainPoint last)
      throws IOException {
    int i = window.at(at, BatchHeader.BYTES);
    var header = i < 0 ? null : BatchHeader.read(window.bytes(), i, stamp.identity());
    if (header == null || header.first() < last.end() || header.epoch() < last.epoch()) {
      return 0;
    }
    return header.durable();
  }
}
