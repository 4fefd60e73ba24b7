package dev.perdure.log;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// What one segment file holds.
///
/// @param name from the file's name
/// @param index where its batches are
/// @param fileBytes its length
/// @param position where the last sound batch ends
/// @param to the place in the chain there
/// @param batches how many sound batches there are, marks included
/// @param records how many records they have
/// @param references the values that these refer to
/// @param isCompacted whether the last of them is a join
/// @param isLinked false if its first batch is one of this log but does not follow the segment
///   before
record SegmentScan(
    SegmentName name,
    SparseIndex index,
    long fileBytes,
    long position,
    ChainPoint to,
    long batches,
    long records,
    Set<Reference> references,
    boolean isCompacted,
    boolean isLinked) {

  /// Whether the file is as long as it has to be.
  boolean isWhole(Stamp stamp) {
    return fileBytes == stamp.segmentBytes() || (isCompacted && fileBytes == position);
  }

  /// Reads a segment as far as its batches are whole, unchanged and linked.
  static SegmentScan of(Storage storage, Stamp stamp, SegmentName name, ChainPoint from)
      throws IOException {
    try (var file = storage.open(name.fileName(), false)) {
      return new Pass(storage, stamp.identity(), new Window(file), from).run(name, file.size());
    }
  }

  private static final class Pass {
    private final Storage storage;
    private final long identity;
    private final Window window;
    private final SparseIndex index = new SparseIndex();
    private ChainPoint point;
    private long position;
    private long batches;
    private long records;
    private final Set<Reference> references = new HashSet<>();
    private boolean isCompacted;
    private boolean isLinked = true;

    Pass(Storage storage, long identity, Window window, ChainPoint from) {
      this.storage = storage;
      this.identity = identity;
      this.window = window;
      point = from;
    }

    SegmentScan run(SegmentName name, long fileBytes) throws IOException {
      while (passBatch()) {
        batches++;
      }
      return new SegmentScan(
          name,
          index,
          fileBytes,
          position,
          point,
          batches,
          records,
          references,
          isCompacted,
          isLinked);
    }

    /// Steps over one batch; false where there is no sound one.
    private boolean passBatch() throws IOException {
      int at = window.at(position, BatchHeader.BYTES);
      var header = at < 0 ? null : BatchHeader.read(window.bytes(), at, identity);
      if (header == null) {
        return false;
      }
      if (header.formatVersion() != BatchHeader.FORMAT_VERSION) {
        throw Problems.version(storage, "batches of format " + header.formatVersion());
      }
      if (position == 0) {
        isLinked = point.isLinkedTo(header);
      }
      if (!point.precedes(header)) {
        return false;
      }
      at = window.at(position, header.span());
      if (at < 0 || !header.recordsAreSound(window.bytes(), at)) {
        return false;
      }
      index.add(header.first(), position);
      position += header.span();
      point = point.after(header, header.handsOn(window.bytes(), at));
      records += header.count();
      References.add(references, header, window, at);
      isCompacted = header.join();
      return true;
    }
  }
}
