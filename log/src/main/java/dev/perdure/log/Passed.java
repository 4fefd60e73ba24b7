package dev.perdure.log;

import java.util.Arrays;

/// The batches that a reader has stepped over since it left the index: whoever goes back meets them
/// again, and need not step there anew. For one thread.
final class Passed {
  private static final int INITIAL = 64;

  private long[] offsets = new long[INITIAL];
  private long[] positions = new long[INITIAL];
  private int size;

  void clear() {
    size = 0;
  }

  /// Takes note of a batch; one that was passed before changes nothing.
  void add(long offset, long position) {
    if (size > 0 && position <= positions[size - 1]) {
      return;
    }
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, size * 2);
      positions = Arrays.copyOf(positions, size * 2);
    }
    offsets[size] = offset;
    positions[size] = position;
    size++;
  }

  /// The position of the last batch that begins at or before an offset, or −1.
  long floor(long offset) {
    int found = Arrays.binarySearch(offsets, 0, size, offset);
    int below = found >= 0 ? found : -found - 2;
    return below < 0 ? -1 : positions[below];
  }
}
