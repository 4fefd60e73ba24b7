package dev.perdure.log;

import java.io.IOException;

/// What stands behind the last sound batch of the last segment.
///
/// @param claim the highest durable-up-to among headers there that may follow the last sound batch;
///   0 without any
/// @param dirtyEnd where the last byte that is not zero ends; the tail's begin if there is none
record Tail(long claim, long dirtyEnd) {
  private static final int STEP = BatchHeader.ALIGNMENT;

  /// Stretches of zeros are passed over whole: most of a segment is zeros, and opening waits for
  /// this.
  private static final int BLOCK = 4 << 10;

  /// Looks at every place where a batch may begin. A header counts by its own checksum alone: that
  /// it was written is what its claim rests on, not that its records arrived.
  static Tail behind(Storage storage, Stamp stamp, SegmentScan scan) throws IOException {
    try (var file = storage.open(scan.name().fileName(), false)) {
      var window = new Window(file);
      long claim = 0;
      long dirtyEnd = scan.position();
      long at = scan.position();
      while (at + STEP <= scan.fileBytes()) {
        if (at % BLOCK == 0 && window.isZero(at, BLOCK)) {
          at += BLOCK;
          continue;
        }
        int i = window.at(at, STEP);
        if (i >= 0 && window.bytes().getLong(i) != 0) {
          dirtyEnd = at + STEP;
          if (window.bytes().getInt(i) == BatchHeader.MAGIC) {
            claim = Math.max(claim, claimAt(window, at, stamp, scan.to()));
          }
        }
        at += STEP;
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
