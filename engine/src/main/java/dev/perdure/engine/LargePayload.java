package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;
import org.jspecify.annotations.Nullable;

/// A value that is written by its hash. It has its bytes until they are kept elsewhere, and reads
/// them from there afterwards each time they are asked for: a task that waits with large values
/// takes no memory for them. For any thread.
public final class LargePayload extends Payload implements Referred {
  private final int size;
  private volatile ValueSource source;
  private volatile byte @Nullable [] bytes;
  private volatile @Nullable Hash hash;

  LargePayload(byte[] bytes) {
    this.size = bytes.length;
    this.bytes = bytes;
    this.source = ValueSource.NONE;
  }

  private LargePayload(Hash hash, int size, ValueSource source) {
    this.size = size;
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

  /// Says that the bytes can be read from a source from now on, and lets them go.
  public void keptBy(ValueSource keeper) {
    hash();
    source = keeper;
    bytes = null;
  }

  @Override
  public byte[] bytes() {
    var here = bytes;
    return here == null ? source.bytes(hash(), size) : here;
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
