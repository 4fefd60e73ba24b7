package dev.perdure.log;

import java.util.LinkedHashMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The large batches of a log that single records were read of lately: histories that were written
/// side by side lie in the same ones, and to read and check them again for each would cost more
/// than the records are worth. Small batches are as quickly read again. For any thread.
final class BatchCache {
  static final int SPAN_MIN = 4 << 10;

  private final int bytesMax;
  private final TreeMap<Long, ReadBatch> byOffset = new TreeMap<>();
  private final LinkedHashMap<Long, ReadBatch> byUse = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /// @param bytesMax about the bytes it may take
  BatchCache(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /// The batch that holds a record; null if it is not here.
  synchronized @Nullable ReadBatch holding(long offset) {
    var floor = byOffset.floorEntry(offset);
    if (floor == null || !floor.getValue().holds(offset)) {
      return null;
    }
    return byUse.get(floor.getKey());
  }

  /// Takes a batch; those that were not used for longest make room.
  synchronized void add(ReadBatch batch) {
    if (byOffset.put(batch.first(), batch) == null) {
      byUse.put(batch.first(), batch);
      bytes += batch.bytes();
    }
    while (bytes > bytesMax && byUse.size() > 1) {
      var oldest = byUse.pollFirstEntry().getValue();
      byOffset.remove(oldest.first());
      bytes -= oldest.bytes();
    }
  }
}
