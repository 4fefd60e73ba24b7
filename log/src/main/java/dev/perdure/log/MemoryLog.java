package dev.perdure.log;

import dev.perdure.value.Hash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// A log in memory. Each batch is kept as its record bytes, so that reading goes through the same
/// layout as on disk.
final class MemoryLog implements Log {
  private static final long EPOCH = 1;

  private record Stored(BatchInfo info, ByteBuffer records) {}

  private final ConcurrentSkipListMap<Long, Stored> batches = new ConcurrentSkipListMap<>();
  private final long identity = ThreadLocalRandom.current().nextLong();
  private final RecordOpener opener = new RecordOpener("memory", identity, null);
  private volatile Offset end = Offset.ZERO;
  private volatile Offset durable = Offset.ZERO;

  @Override
  public Offset append(Batch batch) {
    Appends.check(batch, end);
    Appends.checkSeal(batch, null, identity);
    var copy = ByteBuffer.allocate(batch.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    copy.put(batch.records()).flip();
    var info = new BatchInfo(batch.first(), batch.count(), EPOCH, batch.timeMillis());
    batches.put(end.value(), new Stored(info, copy));
    end = info.end();
    return info.first();
  }

  @Override
  public void sync() {
    force();
  }

  @Override
  public void force() {
    durable = end;
  }

  @Override
  public Offset end() {
    return end;
  }

  @Override
  public Offset durable() {
    return durable;
  }

  @Override
  public long forces() {
    return 0;
  }

  @Override
  public long epoch() {
    return EPOCH;
  }

  @Override
  public int windowMillis() {
    return 0;
  }

  @Override
  public long identity() {
    return identity;
  }

  @Override
  public boolean seals() {
    return false;
  }

  @Override
  public Cursor from(Offset first) {
    Appends.checkStart(first, end);
    return new MemoryCursor(first);
  }

  @Override
  public LogRecord at(Offset offset) {
    Appends.checkExists(offset, end);
    var stored = Objects.requireNonNull(batches.floorEntry(offset.value())).getValue();
    return RecordLayout.read(
        stored.records(), positionOf(offset, stored), offset, stored.info(), opener);
  }

  private static int positionOf(Offset offset, Stored stored) {
    int at = 0;
    for (long o = stored.info().first().value(); o < offset.value(); o++) {
      at += RecordLayout.bytesAt(stored.records(), at);
    }
    return at;
  }

  @Override
  public Batch newBatch() {
    return new Batch();
  }

  @Override
  public void close() {
    force();
  }

  private final class MemoryCursor implements Cursor {
    private Offset next;
    private @Nullable Stored batch;
    private int position;

    MemoryCursor(Offset first) {
      next = first;
    }

    @Override
    public @Nullable LogRecord next() {
      if (!next.isBefore(end)) {
        return null;
      }
      var stored = batch == null || !next.isBefore(batch.info().end()) ? enter() : batch;
      var record = RecordLayout.read(stored.records(), position, next, stored.info(), opener);
      position += RecordLayout.bytesAt(stored.records(), position);
      next = next.plus(1);
      return record;
    }

    private Stored enter() {
      var stored = Objects.requireNonNull(batches.floorEntry(next.value())).getValue();
      position = positionOf(next, stored);
      batch = stored;
      return stored;
    }

    @Override
    public LogRecord at(Offset offset) {
      return MemoryLog.this.at(offset);
    }

    @Override
    public Offset previous(Offset offset) {
      return at(offset).previous();
    }

    @Override
    public Hash fingerprint(Offset offset) {
      Appends.checkExists(offset, end);
      var stored = Objects.requireNonNull(batches.floorEntry(offset.value())).getValue();
      return RecordLayout.fingerprint(stored.records(), positionOf(offset, stored), stored.info());
    }

    @Override
    public void close() {}
  }
}
