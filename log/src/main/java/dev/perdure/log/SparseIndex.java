package dev.perdure.log;

import java.util.Arrays;

/// Where some of a segment's batches begin: one every [#STEP_BYTES], so that a record is found by
/// reading that much. Grown by one thread, read by any.
final class SparseIndex {
  static final int STEP_BYTES = 8 << 10;

  private static final int INITIAL = 16;

  /// Entries below `size` never change.
  @SuppressWarnings("ArrayRecordComponent")
  private record Entries(long[] offsets, int[] positions, int size) {}

  private volatile Entries entries = new Entries(new long[INITIAL], new int[INITIAL], 0);

  /// Takes note of a batch, in the order they stand in; most are skipped.
  void add(long offset, long position) {
    var now = entries;
    int size = now.size;
    if (size > 0 && position - now.positions[size - 1] < STEP_BYTES) {
      return;
    }
    var offsets = size < now.offsets.length ? now.offsets : Arrays.copyOf(now.offsets, size * 2);
    var positions =
        size < now.positions.length ? now.positions : Arrays.copyOf(now.positions, size * 2);
    offsets[size] = offset;
    positions[size] = (int) position;
    entries = new Entries(offsets, positions, size + 1);
  }

  /// The position of a batch that begins at or before an offset, not far before it.
  int floor(long offset) {
    var now = entries;
    int found = Arrays.binarySearch(now.offsets, 0, now.size, offset);
    int below = found >= 0 ? found : -found - 2;
    return below < 0 ? 0 : now.positions[below];
  }
}
