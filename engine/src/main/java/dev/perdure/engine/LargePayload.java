package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;
import org.jspecify.annotations.Nullable;

/// A value that is written by its hash. One that was made here has its bytes; one that was read has
/// only the hash, and reads the bytes from where they are kept each time they are asked for: a task
/// of which nothing is in memory but what was read takes none for its large values. For any thread.
public final class LargePayload extends Payload implements Referred {
  private static final int HELD_BYTES = 100;

  private final int size;
  private final byte @Nullable [] bytes;
  private final ValueSource source;
  private volatile @Nullable Hash hash;

  LargePayload(byte[] bytes) {
    this.size = bytes.length;
    this.bytes = bytes;
    this.source = ValueSource.NONE;
  }

  private LargePayload(Hash hash, int size, ValueSource source) {
    this.size = size;
    this.bytes = null;
    this.hash = hash;
    this.source = source;
  }

  /// Reads the reference that stands behind the length.
  static LargePayload read(Decoder in) {
    var hash = in.hash();
    int size = Fields.number(in);
    if (size <= Limits.INLINE_BYTES_MAX) {
      throw in.corrupt("a reference to a value of " + size + " bytes");
    }
    return new LargePayload(hash, size, in.values());
  }

  @Override
  public byte[] bytes() {
    return bytes == null ? source.bytes(hash(), size) : bytes;
  }

  @Override
  public Hash hash() {
    var known = hash;
    if (known == null) {
      known = Hash.ofBytes(bytes());
      hash = known;
    }
    return known;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  int heldBytes() {
    return bytes == null ? HELD_BYTES : size;
  }

  @Override
  public Payload held() {
    return bytes == null ? new LargePayload(bytes()) : this;
  }

  @Override
  void writeTo(Encoder encoder) {
    encoder.varint(0);
    encoder.reference(this);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return this == o
        || (o instanceof LargePayload other && size == other.size && hash().equals(other.hash()));
  }

  @Override
  public int hashCode() {
    return hash().hashCode();
  }
}
