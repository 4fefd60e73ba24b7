package dev.perdure.log;

import dev.perdure.value.Decoder;
import dev.perdure.value.ValueSource;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A record where it stands in what was read of a log, for as long as whoever passes it on says:
/// nothing of it is copied. For one thread.
public final class RecordView {
  private final RecordOpener opener;
  private final ValueSource values;
  private @Nullable ByteBuffer from;
  private int at;
  private long offset;

  /// @param opener of the log
  RecordView(RecordOpener opener) {
    this.opener = opener;
    this.values = opener.values();
  }

  /// Stands at a record from now on.
  ///
  /// @param bytes what was read of its batch
  /// @param start where in it the record begins
  void set(ByteBuffer bytes, int start, long number) {
    from = bytes;
    at = start;
    offset = number;
  }

  private ByteBuffer bytes() {
    return Objects.requireNonNull(from);
  }

  /// Its number in the log.
  public Offset offset() {
    return new Offset(offset);
  }

  /// What kind of record it is, as [RecordKind#type].
  public int type() {
    return RecordLayout.type(bytes(), at);
  }

  /// The schema version of its payload.
  public int version() {
    return RecordLayout.version(bytes(), at);
  }

  /// The stream it belongs to.
  public StreamKey stream() {
    return RecordLayout.stream(bytes(), at);
  }

  /// Reads its payload, opened if it was sealed, and the values that it refers to; for as long as
  /// the record stands here.
  ///
  /// @throws dev.perdure.value.PerdureException `LOG_KEY_MISSING`, `LOG_SEAL_BROKEN`
  public Decoder decoder() {
    return payload().with(values);
  }

  private Decoder payload() {
    var in = bytes();
    if (RecordLayout.isSealed(in, at)) {
      return Decoder.of(opener.open(in, at, offset()));
    }
    if (!in.hasArray()) {
      return Decoder.of(RecordLayout.payload(in, at));
    }
    int start = in.arrayOffset() + at + RecordLayout.HEAD_BYTES;
    return Decoder.of(in.array(), start, start + RecordLayout.payloadBytes(in, at));
  }
}
