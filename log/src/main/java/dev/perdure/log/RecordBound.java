package dev.perdure.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What the payload of a sealed record belongs to, as bytes, little-endian:
///
/// ```
///  0  i64  identity of the log
///  8  i64  offset of the record
/// 16       its head from the type on, as in [RecordLayout]: type, schema version, flags, stream,
///          previous record of the stream
/// ```
///
/// So a payload opens only as that of its record, at its place in its log. For one thread.
final class RecordBound {
  private static final int OFFSET = 8;
  private static final int HEAD = 16;

  private final byte[] bytes = new byte[HEAD + RecordLayout.HEAD_BYTES - Integer.BYTES];
  private final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

  RecordBound(long identity) {
    view.putLong(0, identity);
  }

  /// Of a record whose head stands at a position; valid until the next call.
  byte[] of(ByteBuffer from, int at, Offset offset) {
    view.putLong(OFFSET, offset.value());
    RecordLayout.head(from, at, bytes, HEAD);
    return bytes;
  }
}
