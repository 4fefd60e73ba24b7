package dev.perdure.log;

import dev.perdure.value.Hash;
import dev.perdure.value.ValueSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads records of an open log through a file and a window of its own; cheapest in ascending
/// order. For one thread at a time.
final class BatchReader implements AutoCloseable {
  /// A segment that is being read.
  private record Place(Segment segment, StorageFile file, Window window, SparseIndex index) {}

  private static final int TRAIL_INITIAL = 64;

  /// What was looked for is not kept.
  private static final int DROPPED = -1;

  private final Storage storage;
  private final long identity;
  private final Segments segments;
  private final @Nullable BatchCache cache;
  private final RecordOpener opener;

  /// The batch of the cache that was read of last.
  private @Nullable ReadBatch latest;

  private @Nullable Place place;
  private long position;
  private @Nullable BatchHeader header;
  private @Nullable BatchInfo info;

  /// The record a walk through the batch has come to, and where in the window it begins.
  private long walked;

  private int walkedAt;

  /// Where in the window the batch begins.
  private int batchAt;

  /// Where in the window the batch's records begin, once somebody has gone back in it: whoever
  /// follows a stream does so again.
  private int @Nullable [] starts;

  /// No record from the one that was looked for up to this one is kept.
  private long keptFrom;

  private final Passed passed = new Passed();

  /// What the window holds was read when the log had this end: beyond it the file may have changed.
  private long seen;

  /// @param codec opens what is sealed; null: nothing can be
  /// @param values that records refer to
  /// @param cache of whoever reads here and there; null for who reads on and on
  BatchReader(
      Storage storage,
      long identity,
      Segments segments,
      @Nullable PayloadCodec codec,
      ValueSource values,
      @Nullable BatchCache cache) {
    this.opener = new RecordOpener(storage.toString(), identity, codec, values);
    this.cache = cache;
    this.storage = storage;
    this.identity = identity;
    this.segments = segments;
  }

  /// Reads the first record that is kept from an offset on; null if there is none up to the end.
  ///
  /// @param end the log's end
  @Nullable LogRecord next(long offset, long end) {
    for (long at = offset; at < end; ) {
      int found = find(at, end);
      if (found != DROPPED) {
        return read(at, found);
      }
      at = keptFrom;
    }
    return null;
  }

  /// Reads one record.
  ///
  /// @param end the log's end, not before the record
  /// @throws dev.perdure.value.PerdureException `LOG_DROPPED` if it is not kept
  LogRecord record(long offset, long end) {
    var cached = cached(offset);
    if (cached != null) {
      return cached.record(offset, opener);
    }
    return read(offset, kept(offset, find(offset, end)));
  }

  private LogRecord read(long offset, int at) {
    var here = Objects.requireNonNull(place);
    return RecordLayout.read(
        here.window.bytes(), at, new Offset(offset), Objects.requireNonNull(info), opener);
  }

  /// See [Cursor#fingerprint].
  Hash fingerprint(long offset, long end) {
    var cached = cached(offset);
    if (cached != null) {
      return cached.fingerprint(offset);
    }
    int at = kept(offset, find(offset, end));
    var bytes = Objects.requireNonNull(place).window.bytes();
    return RecordLayout.fingerprint(bytes, at, Objects.requireNonNull(info));
  }

  /// Checks that there is the key of a record, if it is sealed.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_KEY_MISSING`
  void checkKey(long offset, long end) {
    int at = kept(offset, find(offset, end));
    opener.check(Objects.requireNonNull(place).window.bytes(), at);
  }

  private int kept(long offset, int found) {
    if (found == DROPPED) {
      throw Problems.dropped(storage, offset);
    }
    return found;
  }

  /// Whether a record is kept.
  ///
  /// @param end the log's end, not before the record
  boolean isKept(long offset, long end) {
    return find(offset, end) != DROPPED;
  }

  /// See [Cursor#stream].
  ///
  /// @param end the log's end, not before the newest
  void stream(long from, long newest, long end, Consumer<RecordView> reader) {
    var offsets = new long[TRAIL_INITIAL];
    int size = 0;
    for (long at = newest; at >= from; at = previous(at, end)) {
      offsets = size < offsets.length ? offsets : Arrays.copyOf(offsets, 2 * size);
      offsets[size++] = at;
    }
    var view = new RecordView(opener);
    while (size > 0) {
      show(offsets[--size], end, view);
      reader.accept(view);
    }
  }

  private void show(long offset, long end, RecordView view) {
    var cached = cached(offset);
    if (cached != null) {
      cached.show(offset, view);
    } else {
      int at = kept(offset, find(offset, end));
      view.set(Objects.requireNonNull(place).window.bytes(), at, offset);
    }
  }

  /// The offset of the record before one in its stream; −1 if there is none.
  ///
  /// @param end the log's end, not before the record
  /// @throws dev.perdure.value.PerdureException `LOG_DROPPED` if it is not kept
  long previous(long offset, long end) {
    var cached = cached(offset);
    if (cached != null) {
      return cached.previous(offset);
    }
    int at = kept(offset, find(offset, end));
    return RecordLayout.previous(Objects.requireNonNull(place).window.bytes(), at);
  }

  private @Nullable ReadBatch cached(long offset) {
    if (cache == null || isIn(offset)) {
      return null;
    }
    if (latest == null || !latest.holds(offset)) {
      latest = cache.holding(offset);
    }
    return latest;
  }

  private boolean isIn(long offset) {
    var batch = header;
    return batch != null && offset >= batch.first() && offset < batch.end();
  }

  /// Brings a record into the window and returns where in it it begins; [#DROPPED] if it is not
  /// kept, and then [#keptFrom] says where to look for the next that is.
  private int find(long offset, long end) {
    try {
      if (!isIn(offset) && !load(offset, end)) {
        return DROPPED;
      }
      return walk(offset);
    } catch (IOException e) {
      close();
      throw Problems.unreadable(storage, e);
    }
  }

  private int walk(long offset) {
    var here = Objects.requireNonNull(place);
    var bytes = here.window.bytes();
    if (starts == null && offset < walked) {
      starts = startsIn(Objects.requireNonNull(header), bytes);
    }
    if (starts != null) {
      walkedAt = starts[(int) (offset - Objects.requireNonNull(header).first())];
      walked = offset;
    }
    while (walked < offset) {
      walkedAt += RecordLayout.bytesAt(bytes, walkedAt);
      walked++;
    }
    return walkedAt;
  }

  private int[] startsIn(BatchHeader batch, ByteBuffer bytes) {
    var found = new int[(int) (batch.end() - batch.first())];
    int at = batchAt + BatchHeader.BYTES;
    for (int i = 0; i < found.length; i++) {
      found[i] = at;
      at += RecordLayout.bytesAt(bytes, at);
    }
    return found;
  }

  private void enter(BatchHeader batch, int at) {
    batchAt = at;
    starts = null;
    walked = batch.first();
    walkedAt = at + BatchHeader.BYTES;
  }

  /// Brings the batch that holds a record into the window; false if none does.
  private boolean load(long offset, long end) throws IOException {
    var here = placeOf(offset, end);
    position = nearest(here, offset);
    while (true) {
      var next = headerAt(here, offset);
      passed.add(next.first(), position);
      if (next.first() > offset) {
        keptFrom = next.first();
        header = null;
        return false;
      }
      if (next.end() > offset) {
        check(here, next, offset);
        return true;
      }
      position += next.span();
    }
  }

  /// The position of a batch to step to the record from.
  private long nearest(Place here, long offset) {
    var batch = header;
    long indexed = here.index.floor(offset);
    long known = passed.floor(offset);
    if (known >= indexed && (batch == null || offset < batch.first())) {
      return known;
    }
    passed.clear();
    return batch != null && offset >= batch.end()
        ? Math.max(position + batch.span(), indexed)
        : indexed;
  }

  private BatchHeader headerAt(Place here, long offset) throws IOException {
    int at = here.window.at(position, BatchHeader.BYTES);
    var found = at < 0 ? null : BatchHeader.read(here.window.bytes(), at, identity);
    if (found == null || found.from() > offset) {
      throw damaged(here, offset);
    }
    return found;
  }

  private void check(Place here, BatchHeader batch, long offset) throws IOException {
    int at = here.window.at(position, batch.span());
    if (at < 0 || !batch.recordsAreSound(here.window.bytes(), at)) {
      throw damaged(here, offset);
    }
    header = batch;
    info = batch.info();
    enter(batch, at);
    if (cache != null && batch.span() >= BatchCache.SPAN_MIN) {
      var found = startsIn(batch, here.window.bytes());
      starts = found;
      cache.add(new ReadBatch(batch, here.window.bytes(), at, found));
    }
  }

  private RuntimeException damaged(Place here, long offset) {
    var from = new Offset(offset);
    var name = here.segment.name().fileName();
    header = null;
    return Problems.damaged(
        storage,
        new Damage(name, position, from, from.plus(1), "A batch that was written has changed"));
  }

  private Place placeOf(long offset, long end) throws IOException {
    var segment = segments.holding(offset);
    var here = place;
    if (here == null || here.segment != segment) {
      close();
      seen = end;
      here = open(segment);
      place = here;
      return here;
    }
    if (offset >= seen) {
      here.window.drop();
      seen = end;
    }
    return here;
  }

  private Place open(Segment segment) throws IOException {
    var file = storage.open(segment.name().fileName(), false);
    var window = new Window(file);
    var index = segment.index(file.size());
    if (index == null) {
      index = indexOf(window);
      segment.index(file.size(), index);
    }
    return new Place(segment, file, window, index);
  }

  /// Steps through the headers of a segment that was sealed before the log was opened.
  private SparseIndex indexOf(Window window) throws IOException {
    var index = new SparseIndex();
    long at = 0;
    while (true) {
      int i = window.at(at, BatchHeader.BYTES);
      var found = i < 0 ? null : BatchHeader.read(window.bytes(), i, identity);
      if (found == null) {
        return index;
      }
      index.add(found.first(), at);
      at += found.span();
    }
  }

  @Override
  public void close() {
    var here = place;
    place = null;
    header = null;
    passed.clear();
    if (here == null) {
      return;
    }
    try {
      here.file.close();
    } catch (IOException e) {
      throw Problems.unreadable(storage, e);
    }
  }
}
