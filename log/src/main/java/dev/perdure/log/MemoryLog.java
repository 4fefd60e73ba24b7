package dev.perdure.log;

import dev.perdure.value.Hash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A log in memory. Each batch is kept as its record bytes, so that reading goes through the same
/// layout as on disk.
final class MemoryLog implements Log {
  private static final long EPOCH = 1;

  private record Stored(BatchInfo info, ByteBuffer records) {
    int start(Offset offset) {
      int at = 0;
      for (long o = info.first().value(); o < offset.value(); o++) {
        at += RecordLayout.bytesAt(records, at);
      }
      return at;
    }

    /// Each run of neighbours that are kept, in order.
    List<Stored> runs(Predicate<StreamKey> isDropped) {
      var runs = new ArrayList<Stored>();
      int from = 0;
      int at = 0;
      int count = 0;
      for (int i = 0; i <= info.count(); i++) {
        boolean ends = i == info.count() || isDropped(at, isDropped);
        if (ends && count > 0) {
          runs.add(run(i - count, count, from, at));
        }
        if (i < info.count()) {
          at += RecordLayout.bytesAt(records, at);
        }
        count = ends ? 0 : count + 1;
        from = ends ? at : from;
      }
      return runs;
    }

    /// The values that its records refer to.
    List<Hash> references() {
      var references = new ArrayList<Hash>();
      int at = 0;
      for (int i = 0; i < info.count(); i++) {
        RecordLayout.references(records, at).forEach(one -> references.add(one.name()));
        at += RecordLayout.bytesAt(records, at);
      }
      return references;
    }

    private boolean isDropped(int at, Predicate<StreamKey> isDropped) {
      var stream = RecordLayout.stream(records, at);
      return !stream.isNone() && isDropped.test(stream);
    }

    private Stored run(int skipped, int count, int from, int below) {
      var copy = ByteBuffer.allocate(below - from).order(ByteOrder.LITTLE_ENDIAN);
      copy.put(0, records, from, below - from);
      var part = new BatchInfo(info.first().plus(skipped), count, info.epoch(), info.timeMillis());
      return new Stored(part, copy);
    }
  }

  private final ConcurrentSkipListMap<Long, Stored> batches = new ConcurrentSkipListMap<>();
  private final long identity = ThreadLocalRandom.current().nextLong();
  private final MemoryValues values = new MemoryValues();
  private final RecordOpener opener = new RecordOpener("memory", identity, null, values);
  private volatile Offset end = Offset.ZERO;
  private volatile Offset durable = Offset.ZERO;
  private volatile Offset droppedBelow = Offset.ZERO;

  @Override
  public Offset append(Batch batch) {
    Appends.check(batch, end);
    Appends.checkSeal(batch, null, identity);
    var copy = ByteBuffer.allocate(batch.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    copy.put(batch.records()).flip();
    var info = new BatchInfo(batch.first(), batch.count(), EPOCH, batch.timeMillis());
    batches.put(end.value(), new Stored(info, copy));
    end = info.end();
    values.appended();
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
    var stored = holding(offset);
    if (stored == null) {
      throw Problems.dropped("memory", offset.value());
    }
    return RecordLayout.read(stored.records(), stored.start(offset), offset, stored.info(), opener);
  }

  @Override
  public Batch newBatch() {
    return new Batch(null, values::refer);
  }

  @Override
  public ValueStore values() {
    return values;
  }

  private @Nullable Stored holding(Offset offset) {
    var floor = batches.floorEntry(offset.value());
    return floor != null && offset.isBefore(floor.getValue().info().end())
        ? floor.getValue()
        : null;
  }

  @Override
  public CompactionReport compact(
      Offset below, Predicate<StreamKey> isDropped, BooleanSupplier goOn) {
    droppedBelow = below.isBefore(droppedBelow) ? droppedBelow : below;
    var done = CompactionReport.NOTHING;
    for (var stored : batches.headMap(below.value()).values()) {
      if (!goOn.getAsBoolean()) {
        break;
      }
      if (!below.isBefore(stored.info().end())) {
        done = done.plus(compact(stored, isDropped));
      }
    }
    return done.plus(new CompactionReport(0, 0, values.sweep(this::references)));
  }

  private Set<Hash> references() {
    var all = new HashSet<Hash>();
    batches.values().forEach(stored -> all.addAll(stored.references()));
    return all;
  }

  @Override
  public Offset droppedBelow() {
    return droppedBelow;
  }

  /// Later runs first: whoever reads meanwhile finds each record that is kept.
  private CompactionReport compact(Stored stored, Predicate<StreamKey> isDropped) {
    var runs = stored.runs(isDropped);
    long kept = 0;
    long bytes = 0;
    for (var run : runs.reversed()) {
      batches.put(run.info().first().value(), run);
      kept += run.info().count();
      bytes += run.records().capacity();
    }
    var first = stored.info().first();
    if (runs.isEmpty() || !runs.getFirst().info().first().equals(first)) {
      batches.remove(first.value());
    }
    return new CompactionReport(
        0, stored.info().count() - kept, stored.records().capacity() - bytes);
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
      var last = end;
      if (!next.isBefore(last)) {
        return null;
      }
      var stored = batch == null || !next.isBefore(batch.info().end()) ? enter() : batch;
      if (stored == null) {
        next = last;
        return null;
      }
      var record = RecordLayout.read(stored.records(), position, next, stored.info(), opener);
      position += RecordLayout.bytesAt(stored.records(), position);
      next = next.plus(1);
      return record;
    }

    private @Nullable Stored enter() {
      batch = holding(next);
      if (batch == null) {
        var later = batches.ceilingEntry(next.value());
        batch = later == null ? null : later.getValue();
        next = batch == null ? next : batch.info().first();
      }
      position = batch == null ? 0 : batch.start(next);
      return batch;
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
    public void stream(Offset from, Offset newest, Consumer<RecordView> reader) {
      var trail = new ArrayDeque<Offset>();
      for (var at = newest; !at.isNone() && !at.isBefore(from); at = previous(at)) {
        trail.push(at);
      }
      var view = new RecordView(opener);
      for (var at : trail) {
        var stored = kept(at);
        view.set(stored.records(), stored.start(at), at.value());
        reader.accept(view);
      }
    }

    private Stored kept(Offset offset) {
      Appends.checkExists(offset, end);
      var stored = holding(offset);
      if (stored == null) {
        throw Problems.dropped("memory", offset.value());
      }
      return stored;
    }

    @Override
    public Hash fingerprint(Offset offset) {
      var stored = kept(offset);
      return RecordLayout.fingerprint(stored.records(), stored.start(offset), stored.info());
    }

    @Override
    public void close() {}
  }
}
