package dev.perdure.log;

import java.nio.ByteBuffer;

/// Seals the payloads of the records of one log. For one thread at a time.
final class RecordSealer {
  private final PayloadCodec codec;
  private final long identity;
  private final PayloadCodec.Sealer sealer;
  private final RecordBound bound;

  RecordSealer(PayloadCodec codec, long identity) {
    this.codec = codec;
    this.identity = identity;
    this.sealer = codec.sealer();
    this.bound = new RecordBound(identity);
  }

  /// How many bytes more a payload takes.
  int overhead() {
    return codec.overhead();
  }

  /// Seals a payload into the buffer's position, in front of which the record's head stands.
  void seal(ByteBuffer payload, ByteBuffer to, Offset offset) {
    int at = to.position();
    int bytes = payload.remaining() + codec.overhead();
    sealer.seal(bound.of(to, at - RecordLayout.HEAD_BYTES, offset), payload, to);
    if (to.position() != at + bytes) {
      throw new IllegalStateException("the codec wrote " + (to.position() - at) + " of " + bytes);
    }
  }

  /// Whether what it seals can be opened by a log with this codec and identity.
  boolean isOf(PayloadCodec other, long otherIdentity) {
    return codec.equals(other) && identity == otherIdentity;
  }
}
