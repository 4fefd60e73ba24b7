package dev.perdure.sim;

import dev.perdure.log.PayloadCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Opens sealed records as a second reader of what they are bound to understands it: the identity
/// of the log, the offset, and the head of the record from its type on.
final class Unsealing {
  private static final int HEAD_FROM = 4;
  private static final int HEAD_TO = 36;
  private static final int FLAGS = 10;
  private static final int SEALED = 2;

  private final PayloadCodec.Opener opener;

  Unsealing(PayloadCodec codec) {
    this.opener = codec.opener();
  }

  byte[] open(ByteBuffer from, int at, long offset, long identity, byte[] sealed) {
    if ((from.getShort(at + FLAGS) & SEALED) == 0) {
      throw new Violation("sealed", "record " + offset + " is in clear");
    }
    var bound = ByteBuffer.allocate(2 * Long.BYTES + HEAD_TO - HEAD_FROM);
    bound.order(ByteOrder.LITTLE_ENDIAN).putLong(identity).putLong(offset);
    bound.put(from.slice(at + HEAD_FROM, HEAD_TO - HEAD_FROM));
    var payload = opener.open(bound.array(), ByteBuffer.wrap(sealed));
    if (payload == null) {
      throw new Violation("sealed", "record " + offset + " does not open at its place");
    }
    return payload;
  }
}
