package dev.perdure.log;

import dev.perdure.value.Decoder;
import dev.perdure.value.ValueSource;

/// One record as it was read.
///
/// @param offset its number in the log
/// @param batch the batch it was written in; one object for all records of the batch
/// @param kind its type, schema version and whether it may be skipped
/// @param stream the stream it belongs to, or [StreamKey#NONE]
/// @param previous the offset of the stream's record before it, or [Offset#NONE]
/// @param payload its bytes, opened if they were sealed: a copy that belongs to the caller. Two
///   records with equal bytes are not `equals`, for an array compares by identity.
/// @param values where the values are that the payload refers to
@SuppressWarnings("ArrayRecordComponent")
public record LogRecord(
    Offset offset,
    BatchInfo batch,
    RecordKind kind,
    StreamKey stream,
    Offset previous,
    byte[] payload,
    ValueSource values) {

  /// Reads the payload, and the values that it refers to.
  public Decoder decoder() {
    return Decoder.of(payload).with(values);
  }
}
