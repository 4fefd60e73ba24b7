package dev.perdure.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A stretch of a file held in memory, moved forward or back as it is read.
final class Window {
  private static final int BYTES = 64 << 10;

  /// Who goes back to a place of the index reads on from there, up to the place after it and
  /// through a batch of a usual size.
  private static final int REACH_BYTES = 2 * SparseIndex.STEP_BYTES;

  private static final ByteBuffer ZEROS = ByteBuffer.allocate(4 << 10).asReadOnlyBuffer();

  private final StorageFile file;
  private ByteBuffer bytes = allocate(BYTES);
  private long start;

  Window(StorageFile file) {
    this.file = file;
    drop();
  }

  /// Brings some bytes of the file in.
  ///
  /// @param need at most [Limits#BATCH_BYTES_MAX]
  /// @return where in [#bytes] they begin, or −1 if the file ends before them
  int at(long position, int need) throws IOException {
    if (position < start || position + need > start + bytes.limit()) {
      fill(position, need);
    }
    return position + need <= start + bytes.limit() ? (int) (position - start) : -1;
  }

  private void fill(long position, int need) throws IOException {
    if (position + need > file.size()) {
      return;
    }
    if (need > bytes.capacity()) {
      bytes = allocate(need);
    }
    long from = position < start ? back(position, need) : position;
    bytes.clear();
    file.read(bytes, from);
    bytes.flip();
    start = from;
  }

  /// Who goes back is likely to go on so: what stands before comes in too.
  private long back(long position, int need) {
    return Math.max(0, position + Math.max(need, REACH_BYTES) - bytes.capacity());
  }

  /// Whether the file has so many bytes there, and all are zero.
  ///
  /// @param count at most 4 KiB
  boolean isZero(long position, int count) throws IOException {
    int i = at(position, count);
    return i >= 0 && bytes.slice(i, count).mismatch(ZEROS.slice(0, count)) < 0;
  }

  /// The bytes that are in; absolute gets only.
  ByteBuffer bytes() {
    return bytes;
  }

  /// Forgets what was read, for the file may have changed.
  void drop() {
    bytes.limit(0);
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
