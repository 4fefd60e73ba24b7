package dev.perdure.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What is done to segment files besides appending.
final class SegmentFiles {
  private static final int COPY_BYTES = 64 << 10;

  private SegmentFiles() {}

  /// Makes an empty segment. It gets its name when it is zeros in full, so that a segment of a
  /// wrong length is damage and never a crash.
  static StorageFile create(Storage storage, Stamp stamp, SegmentName name) throws IOException {
    makeIncoming(storage, stamp);
    return nameIncoming(storage, name);
  }

  /// Makes a segment without a name, replacing one that is there. From any thread, one at a time.
  static void makeIncoming(Storage storage, Stamp stamp) throws IOException {
    storage.create(SegmentName.INCOMING, stamp.segmentBytes()).close();
  }

  /// Gives the segment that was made its name.
  static StorageFile nameIncoming(Storage storage, SegmentName name) throws IOException {
    storage.rename(SegmentName.INCOMING, name.fileName());
    storage.force();
    return storage.open(name.fileName(), true);
  }

  /// Makes a recovered segment durable as it stands and what is behind its last batch zeros.
  ///
  /// The batches from `unproven` on are written once more, unchanged: after a failed sync the
  /// system may show bytes that the disk does not have and that a new sync would not write.
  static void settle(StorageFile file, long unproven, SegmentScan scan, Tail tail)
      throws IOException {
    copy(file, file, unproven, scan.position());
    var zeros = ByteBuffer.allocate(COPY_BYTES);
    for (long at = scan.position(); at < tail.dirtyEnd(); at += COPY_BYTES) {
      zeros.clear().limit((int) Math.min(COPY_BYTES, tail.dirtyEnd() - at));
      file.write(zeros, at);
    }
    file.force();
  }

  /// Copies bytes `from` to `below` to the same place of a file.
  static void copy(StorageFile source, StorageFile target, long from, long below)
      throws IOException {
    var bytes = ByteBuffer.allocate(COPY_BYTES);
    for (long at = from; at < below; at += COPY_BYTES) {
      bytes.clear().limit((int) Math.min(COPY_BYTES, below - at));
      source.read(bytes, at);
      target.write(bytes.flip(), at);
    }
  }
}
