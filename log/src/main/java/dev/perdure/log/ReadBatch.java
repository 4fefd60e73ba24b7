package dev.perdure.log;

import dev.perdure.value.Hash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A batch that was read and checked, with the place of each of its records. Never changes.
final class ReadBatch {
  private final BatchHeader header;
  private final BatchInfo info;
  private final ByteBuffer bytes;
  private final int[] starts;

  /// @param window holds the batch
  /// @param at where in it the batch begins
  /// @param starts where in it each record begins
  ReadBatch(BatchHeader header, ByteBuffer window, int at, int[] starts) {
    this.header = header;
    this.info = header.info();
    var copy = new byte[header.span()];
    window.get(at, copy);
    this.bytes = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    this.starts = starts.clone();
    for (int i = 0; i < starts.length; i++) {
      this.starts[i] -= at;
    }
  }

  long first() {
    return header.first();
  }

  boolean holds(long offset) {
    return offset >= header.first() && offset < header.end();
  }

  LogRecord record(long offset, RecordOpener opener) {
    return RecordLayout.read(bytes, start(offset), new Offset(offset), info, opener);
  }

  /// Lets a view stand at a record.
  void show(long offset, RecordView view) {
    view.set(bytes, start(offset), offset);
  }

  /// The offset of the record before one in its stream; −1 if there is none.
  long previous(long offset) {
    return RecordLayout.previous(bytes, start(offset));
  }

  Hash fingerprint(long offset) {
    return RecordLayout.fingerprint(bytes, start(offset), info);
  }

  private int start(long offset) {
    return starts[(int) (offset - header.first())];
  }

  /// About what it takes in memory.
  int bytes() {
    return bytes.capacity() + Integer.BYTES * starts.length;
  }
}
