package dev.perdure.log;

import dev.perdure.value.Hash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What a sealed value belongs to, as bytes: the identity of its log, little-endian, and the name
/// of its file. It is longer or shorter than what a record is bound to, so neither opens as the
/// other.
record ValueBound(long identity) {
  byte[] of(Hash name) {
    return ByteBuffer.allocate(Long.BYTES + Hash.SIZE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(identity)
        .put(name.toByteArray())
        .array();
  }
}
