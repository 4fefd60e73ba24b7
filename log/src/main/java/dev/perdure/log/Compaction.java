package dev.perdure.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Rewrites segments without the records of streams that are no longer kept.
///
/// Not every segment is worth the work, and a crash may come between two. So a record is dropped
/// only if the one before it in its stream is: what is left of a stream is its end, or nothing, and
/// whoever reads the log sees no stream that begins and does not go on.
///
/// Of each batch what is kept becomes one batch for each run of neighbours, with the offset, time
/// and epoch it had; the first names the batch before the segment as its predecessor, and a join
/// ends the segment and hands on the checksum that the next segment's first batch names. So nothing
/// outside the file changes, and the file is replaced in one rename.
final class Compaction {
  static final String TEMPORARY = "compacted.tmp";

  /// A file is rewritten if at least its length divided by this becomes free.
  private static final int WORTH = 8;

  private final Storage storage;
  private final long identity;
  private final Segments segments;
  private final BatchReader reader;
  private final long below;
  private final Predicate<StreamKey> isDropped;

  /// Streams that could be dropped, had not something of them been left in a segment before.
  private final Set<StreamKey> held = new HashSet<>();

  /// @param reader of its own
  /// @param below offset below which it is decided for every stream whether it is dropped
  Compaction(
      Storage storage,
      long identity,
      Segments segments,
      BatchReader reader,
      long below,
      Predicate<StreamKey> isDropped) {
    this.storage = storage;
    this.identity = identity;
    this.segments = segments;
    this.reader = reader;
    this.below = below;
    this.isDropped = isDropped;
  }

  /// Neighbours that are kept.
  ///
  /// @param batch they are in
  /// @param position where in the file the first of them begins
  /// @param dropped how many records before them are not kept
  private record Run(
      BatchHeader batch, long position, int bytes, long first, int count, int dropped) {
    Run longer(int by) {
      return new Run(batch, position, bytes + by, first, count + 1, dropped);
    }

    int span() {
      return BatchHeader.align(BatchHeader.BYTES + bytes);
    }
  }

  /// What is to be kept of a segment.
  ///
  /// @param last the segment's last batch
  /// @param handsOn what the next segment's first batch names
  /// @param previous what the segment's first batch names
  /// @param droppedLast how many records behind the last run are not kept
  /// @param records how many records are dropped now
  /// @param valueBytes of the values that they refer to
  private record Plan(
      List<Run> runs,
      BatchHeader last,
      int handsOn,
      int previous,
      int droppedLast,
      long records,
      long valueBytes,
      long bytesBefore) {
    /// Whether dropping gives back enough: of the file, and of values of which these are perhaps
    /// the last records that refer to them.
    boolean isWorthIt() {
      return records > 0 && saved() + valueBytes >= bytesBefore / WORTH;
    }

    long saved() {
      return bytesBefore - bytes();
    }

    long bytes() {
      return runs.stream().mapToLong(Run::span).sum() + BatchHeader.BYTES + BatchHeader.JOIN_BYTES;
    }
  }

  /// What gives a segment another file, durably.
  interface Replacing {
    void replace(String file, SegmentName segment);
  }

  /// The segments that it may compact, in order.
  List<Sealed> sealed() {
    return Sealed.below(segments, below);
  }

  /// Compacts one segment, if that is worth it: in the order of the log.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_WRITE_FAILED`, and the segment is as it was
  CompactionReport run(Sealed sealed, Replacing replacing) {
    var segment = sealed.segment();
    try {
      var plan = due(segment, sealed.end());
      if (plan == null) {
        return CompactionReport.NOTHING;
      }
      var index = write(segment, plan);
      replacing.replace(TEMPORARY, segment.name());
      segments.replace(segment, segment.compacted(plan.bytes(), index, below));
      return new CompactionReport(1, plan.records(), plan.saved());
    } catch (IOException e) {
      var problem = Problems.writeFailed(storage + "/" + TEMPORARY, e);
      giveUp(problem);
      throw problem;
    }
  }

  /// The disk may be full: what was begun shall not stay.
  private void giveUp(Exception because) {
    try {
      storage.create(TEMPORARY, 0).close();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /// What to keep of a segment; null if it is not worth the work.
  private @Nullable Plan due(Segment segment, long end) throws IOException {
    try (var file = storage.open(segment.name().fileName(), false)) {
      long known = segment.decided();
      if (known >= 0 && below - end <= 2 * (known - end)) {
        return null;
      }
      var plan = plan(segment, file, end);
      if (plan != null && plan.isWorthIt()) {
        return plan;
      }
      segment.decided(below);
      return null;
    }
  }

  /// What the join at the end of a segment says; −1 if it was not compacted.
  static long decidedIn(StorageFile file, Stamp stamp) throws IOException {
    if (file.size() == stamp.segmentBytes()) {
      return -1;
    }
    int bytes = BatchHeader.BYTES + BatchHeader.JOIN_BYTES;
    var window = new Window(file);
    int at = window.at(Math.max(0, file.size() - bytes), bytes);
    var header = at < 0 ? null : BatchHeader.read(window.bytes(), at, stamp.identity());
    return header != null && header.join() ? BatchHeader.decided(window.bytes(), at) : -1;
  }

  /// Decides what is kept of a segment; null if its batches do not reach its end, which is for
  /// others to report.
  private @Nullable Plan plan(Segment segment, StorageFile file, long end) throws IOException {
    var pass = new Pass(new Window(file), segment.name().first(), file.size());
    while (pass.batch()) {
      // the pass keeps what it finds
    }
    return pass.planTo(end);
  }

  /// A walk through a segment.
  private final class Pass {
    private final Window window;
    private final long segmentFirst;
    private final long fileBytes;
    private final List<Run> runs = new ArrayList<>();
    private @Nullable BatchHeader last;
    private long position;
    private int previous;
    private int handsOn;
    private int dropped;
    private long droppedNow;
    private long valueBytes;

    Pass(Window window, long segmentFirst, long fileBytes) {
      this.window = window;
      this.segmentFirst = segmentFirst;
      this.fileBytes = fileBytes;
    }

    /// Steps over one batch; false where there is no sound one.
    boolean batch() throws IOException {
      int at = window.at(position, BatchHeader.BYTES);
      var batch = at < 0 ? null : BatchHeader.read(window.bytes(), at, identity);
      if (batch == null || (last != null && batch.from() != last.end())) {
        return false;
      }
      at = window.at(position, batch.span());
      if (at < 0 || !batch.recordsAreSound(window.bytes(), at)) {
        return false;
      }
      previous = last == null ? batch.previous() : previous;
      last = batch;
      handsOn = batch.handsOn(window.bytes(), at);
      dropped += batch.dropped();
      records(batch, at);
      position += batch.span();
      return true;
    }

    private void records(BatchHeader batch, int at) {
      int record = at + BatchHeader.BYTES;
      for (int i = 0; i < batch.count(); i++) {
        int bytes = RecordLayout.bytesAt(window.bytes(), record);
        if (isDropped(window.bytes(), record, segmentFirst)) {
          dropped++;
          droppedNow++;
          for (var reference : RecordLayout.references(window.bytes(), record)) {
            valueBytes += reference.bytes();
          }
        } else if (i > 0 && dropped == 0) {
          runs.add(runs.removeLast().longer(bytes));
        } else {
          runs.add(new Run(batch, position + record - at, bytes, batch.first() + i, 1, dropped));
          dropped = 0;
        }
        record += bytes;
      }
    }

    @Nullable Plan planTo(long end) {
      return last == null || last.end() != end
          ? null
          : new Plan(runs, last, handsOn, previous, dropped, droppedNow, valueBytes, fileBytes);
    }
  }

  /// @param segmentFirst the offset of the first record of the segment that the record is in: what
  ///   stands before it in the segment is dropped, or its stream is held
  private boolean isDropped(ByteBuffer bytes, int record, long segmentFirst) {
    var stream = RecordLayout.stream(bytes, record);
    if (stream.isNone() || held.contains(stream) || !isDropped.test(stream)) {
      return false;
    }
    long before = RecordLayout.previous(bytes, record);
    if (before >= 0 && before < segmentFirst && reader.isKept(before, below)) {
      held.add(stream);
      return false;
    }
    return true;
  }

  /// Writes what is kept to a file without a name, durably.
  private SparseIndex write(Segment segment, Plan plan) throws IOException {
    var index = new SparseIndex();
    try (var source = storage.open(segment.name().fileName(), false);
        var target = storage.create(TEMPORARY, plan.bytes())) {
      var buffer = ByteBuffer.allocate(BatchHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      long position = 0;
      int previous = plan.previous();
      for (var run : plan.runs()) {
        if (buffer.capacity() < run.span()) {
          buffer = ByteBuffer.allocate(run.span()).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear().position(BatchHeader.BYTES).limit(BatchHeader.BYTES + run.bytes());
        source.read(buffer, run.position());
        buffer.limit(buffer.capacity());
        var image =
            run.batch().run(buffer, run.first(), run.count(), run.dropped(), chain(previous));
        index.add(run.first(), position);
        previous = BatchHeader.checksumOf(image);
        position += image.remaining();
        target.write(image, position - image.remaining());
      }
      target.write(
          plan.last().join(plan.droppedLast(), below, plan.handsOn(), chain(previous)), position);
      target.force();
    }
    return index;
  }

  private BatchHeader.Chain chain(int previous) {
    return new BatchHeader.Chain(identity, 0, 0, previous);
  }

  /// The segments that end at or below an offset, in order, with the offset each ends at; never the
  /// last one.
  record Sealed(Segment segment, long end) {
    private static List<Sealed> below(Segments segments, long offset) {
      var all = segments.all();
      var sealed = new ArrayList<Sealed>();
      for (int i = 0; i + 1 < all.size(); i++) {
        long end = all.get(i + 1).name().first();
        if (end <= offset) {
          sealed.add(new Sealed(all.get(i), end));
        }
      }
      return sealed;
    }
  }
}
