package dev.perdure.log;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A log in segment files: the writer's half. Fields without `volatile` belong to the writer's
/// thread.
final class FileLog implements Log {
  /// Something that touches the disk.
  private interface Work {
    void run() throws IOException;
  }

  private final Storage storage;
  private final Stamp stamp;
  private final Durability durability;
  private final @Nullable PayloadCodec codec;
  private final Closeable ownership;
  private final Segments segments;
  private final BatchCache cache = new BatchCache(Limits.CACHE_BYTES);
  private final ValueFiles values;
  private final References references;
  private final BatchReader reader;
  private final long epoch;
  private final NextSegment nextSegment;

  private SegmentName name;
  private SparseIndex index;
  private StorageFile file;
  private long position;
  private int checksum;
  private long timeMillis;
  private long forcedTimeMillis;
  private boolean isClosed;

  private volatile @Nullable PerdureException failure;
  private volatile Offset end;
  private volatile Offset durable;
  private volatile long forces;
  private volatile Offset droppedBelow;

  /// Takes over where a recovered log ends; everything below is durable. Writes nothing yet: see
  /// [#begin].
  FileLog(Storage storage, Stamp stamp, LogSettings settings, Closeable ownership, Start start) {
    this.storage = storage;
    this.stamp = stamp;
    this.durability = settings.durability();
    this.codec = settings.codec();
    this.ownership = ownership;
    segments = start.segments();
    name = start.name();
    index = start.index();
    file = start.file();
    position = start.position();
    checksum = start.point().checksum();
    timeMillis = start.point().timeMillis();
    forcedTimeMillis = timeMillis;
    epoch = start.point().epoch() + 1 + settings.epochsSkipped();
    end = new Offset(start.point().end());
    durable = end;
    droppedBelow = new Offset(segments.droppedBelow());
    values = new ValueFiles(storage, stamp.identity(), codec);
    references = new References(storage, stamp.identity());
    reader = reader(null);
    nextSegment = new NextSegment(storage, stamp);
  }

  /// Where a writer starts.
  ///
  /// @param name the last segment, with its index, open for writing
  /// @param position where in it the next batch goes
  record Start(
      Segments segments,
      SegmentName name,
      SparseIndex index,
      StorageFile file,
      long position,
      ChainPoint point) {}

  /// Writes the mark that begins this ownership: from here on its epoch is taken, and everything
  /// before is proved durable.
  void begin() {
    guarded(() -> {
      putMark();
      forceFile();
    });
  }

  @Override
  public Batch newBatch() {
    return new Batch(
        codec == null ? null : new RecordSealer(codec, stamp.identity()), values::refer);
  }

  @Override
  public Offset append(Batch batch) {
    checkUsable();
    Appends.check(batch, end);
    Appends.checkSeal(batch, codec, stamp.identity());
    int bytes = BatchHeader.align(BatchHeader.BYTES + batch.bytes());
    if (bytes > stamp.segmentBytes()) {
      throw tooLarge(bytes);
    }
    guarded(() -> put(batch, bytes));
    return batch.first();
  }

  private void put(Batch batch, int bytes) throws IOException {
    makeRoom(bytes);
    write(batch.first(), batch.image(chain()));
    timeMillis = batch.timeMillis();
    end = batch.first().plus(batch.count());
    values.appended();
  }

  private void putMark() throws IOException {
    makeRoom(BatchHeader.BYTES);
    write(end, BatchHeader.mark(end, timeMillis, chain()));
  }

  private BatchHeader.Chain chain() {
    return new BatchHeader.Chain(stamp.identity(), epoch, durable.value(), checksum);
  }

  private void write(Offset first, ByteBuffer image) throws IOException {
    int bytes = image.remaining();
    file.write(image, position);
    index.add(first.value(), position);
    position += bytes;
    checksum = BatchHeader.checksumOf(image);
    if (position >= stamp.segmentBytes() / 2) {
      nextSegment.prepare();
    }
  }

  /// Goes on in a new segment if the bytes do not fit the present one.
  private void makeRoom(int bytes) throws IOException {
    if (position + bytes <= stamp.segmentBytes()) {
      return;
    }
    forceFile();
    var next = name.next(end.value());
    var nextFile = nextSegment.take(next);
    file.close();
    file = nextFile;
    name = next;
    index = new SparseIndex();
    position = 0;
    segments.add(new Segment(next, stamp.segmentBytes(), index));
  }

  @Override
  public void sync() {
    checkUsable();
    boolean isDue =
        switch (durability) {
          case Durability.Fsync _ -> true;
          case Durability.Async(int windowMillis) ->
              Math.abs(timeMillis - forcedTimeMillis) >= windowMillis;
        };
    if (isDue) {
      force();
    }
  }

  @Override
  public void force() {
    checkUsable();
    if (durable.isBefore(end)) {
      guarded(this::forceFile);
    }
  }

  private void forceFile() throws IOException {
    file.force();
    countForce();
    durable = end;
    forcedTimeMillis = timeMillis;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // by the writer's thread alone
  private void countForce() {
    forces++;
  }

  @Override
  public int windowMillis() {
    return durability instanceof Durability.Async async ? async.windowMillis() : 0;
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
    return forces;
  }

  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public long identity() {
    return stamp.identity();
  }

  @Override
  public boolean seals() {
    return codec != null;
  }

  @Override
  public Cursor from(Offset first) {
    Appends.checkStart(first, end);
    return new FileCursor(this, first, reader(null), reader(cache));
  }

  private BatchReader reader(@Nullable BatchCache cacheOrNone) {
    return new BatchReader(storage, stamp.identity(), segments, codec, values, cacheOrNone);
  }

  @Override
  public LogRecord at(Offset offset) {
    Appends.checkExists(offset, end);
    return reader.record(offset.value(), end.value());
  }

  @Override
  public CompactionReport compact(
      Offset below, Predicate<StreamKey> isDropped, BooleanSupplier goOn) {
    if (durable.isBefore(below)) {
      throw new IllegalArgumentException("cannot compact below " + below + " of " + durable);
    }
    var done = CompactionReport.NOTHING;
    try (var own = reader(null)) {
      var compaction =
          new Compaction(storage, stamp.identity(), segments, own, below.value(), isDropped);
      for (var sealed : compaction.sealed()) {
        if (!goOn.getAsBoolean()) {
          break;
        }
        done = done.plus(compaction.run(sealed, (file, segment) -> replace(file, segment, below)));
      }
    }
    return goOn.getAsBoolean() ? done.plus(sweep()) : done;
  }

  private CompactionReport sweep() {
    try {
      return new CompactionReport(0, 0, values.sweep(() -> references.in(segments)));
    } catch (IOException e) {
      throw Problems.writeFailed(storage + "/" + ValueFiles.FOLDER, e);
    }
  }

  @Override
  public ValueStore values() {
    return values;
  }

  @Override
  public Offset droppedBelow() {
    return droppedBelow;
  }

  /// Whether a file has its new content for good is not known when this fails; what the directory
  /// says of later files is not known then either.
  private void replace(String temporary, SegmentName segment, Offset below) {
    droppedBelow = below.isBefore(droppedBelow) ? droppedBelow : below;
    try {
      storage.rename(temporary, segment.fileName());
      storage.force();
    } catch (IOException e) {
      throw poison(e);
    }
  }

  /// Ends with a mark, so that all records are proved durable to whoever opens the log next.
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try (ownership;
        var _ = nextSegment;
        var _ = file;
        var _ = reader) {
      if (failure == null) {
        forceFile();
        putMark();
        forceFile();
      }
    } catch (IOException e) {
      throw poison(e);
    }
  }

  private void checkUsable() {
    var poisoned = failure;
    if (poisoned != null) {
      throw poisoned;
    }
    if (isClosed) {
      throw new IllegalStateException("the log is closed");
    }
  }

  /// Runs work that leaves the file in a state nobody knows if it fails.
  private void guarded(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw poison(e);
    } catch (RuntimeException | Error e) {
      poison(e);
      throw e;
    }
  }

  private PerdureException poison(Throwable cause) {
    var problem = Problems.writeFailed(storage + "/" + name.fileName(), cause);
    failure = problem;
    return problem;
  }

  private RuntimeException tooLarge(int bytes) {
    return Problem.of(
            LogCode.LOG_TOO_LARGE,
            "A batch of " + bytes + " bytes does not fit a segment of " + stamp.segmentBytes(),
            "Append smaller batches, or create the log with larger segments")
        .exception();
  }
}
