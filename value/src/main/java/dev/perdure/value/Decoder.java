package dev.perdure.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/// Reads what [Encoder] writes; for one thread. Bytes that no encoder writes are refused:
/// `CODEC_CORRUPT` with the offset, or `CODEC_LIMIT`. There is one encoding of each value and no
/// other is accepted, so equal values have equal bytes, and bytes that decode encode to themselves.
///
/// ```
/// varint    : unsigned, least significant seven bits first, the high bit set on all bytes but the
///             last; the shortest form only
/// zigzag    : a varint of (n << 1) ^ (n >> 63)
/// fixed64   : eight bytes, most significant first
/// blob      : varint size, bytes
/// utf8      : a blob of well-formed UTF-8
/// reference : the 32 bytes of a hash, varint size: of a value that stands elsewhere
/// big       : a blob of a two's complement, most significant byte first, shortest form, not empty
/// name      : utf8 of "name" or "namespace/name"
///
/// nil       00
/// false     01
/// true      02
/// int       03 zigzag
/// big-int   04 big
/// ratio     05 big (numerator) big (denominator, at least 2), reduced
/// real      06 fixed64 of the IEEE bits; the NaN is 7FF8000000000000
/// decimal   07 zigzag (scale, 32 bits) big (unscaled)
/// char      08 varint (code point)
/// str       09 utf8
/// keyword   0A name
/// symbol    0B name
/// inst      0C zigzag (seconds since 1970-01-01T00:00:00Z) varint (nanoseconds, below 10^9)
/// uuid      0D fixed64 (high) fixed64 (low)
/// bytes     0E blob
/// list      0F varint (size) value …
/// vec       10 varint (size) value …
/// set       11 varint (size) value …             elements ascending in encoding order
/// map       12 varint (size) value value …       keys ascending in encoding order
/// tagged    13 name value                        not inst, uuid, perdure/bytes
/// ```
public final class Decoder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /// Bytes of the longest integer that the JDK computes with: 2^31 bits.
  private static final int BIG_BYTES_MAX = 1 << 28;

  private final byte[] bytes;
  private final int start;
  private final int end;
  private final Limits limits;
  private int at;
  private int depth;
  private int elementsLeft;
  private ValueSource values = ValueSource.NONE;

  private Decoder(byte[] bytes, int start, int end, Limits limits) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.limits = limits;
    this.at = start;
    this.elementsLeft = limits.elementsMax();
  }

  /// Reads bytes that Perdure wrote itself. The array must not change meanwhile.
  public static Decoder of(byte[] bytes) {
    return new Decoder(bytes, 0, bytes.length, Limits.OWN);
  }

  /// Reads bytes that Perdure wrote itself, from one index of an array to another. Offsets count
  /// from the first.
  public static Decoder of(byte[] bytes, int start, int end) {
    Objects.checkFromToIndex(start, end, bytes.length);
    return new Decoder(bytes, start, end, Limits.OWN);
  }

  /// Reads bytes from outside; more than `limits` allow are `CODEC_LIMIT`.
  public static Decoder of(byte[] bytes, Limits limits) {
    return of(ByteBuffer.wrap(bytes), limits);
  }

  /// Reads what remains in the buffer, whose position stays; it must not change meanwhile. Offsets
  /// count from its position.
  public static Decoder of(ByteBuffer buffer, Limits limits) {
    if (buffer.remaining() > limits.bytesMax()) {
      throw limit("the input has " + buffer.remaining() + " bytes", limits.bytesMax(), 0);
    }
    if (buffer.hasArray()) {
      int start = buffer.arrayOffset() + buffer.position();
      return new Decoder(buffer.array(), start, start + buffer.remaining(), limits);
    }
    var copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return new Decoder(copy, 0, copy.length, limits);
  }

  /// Says where the values are that the bytes refer to.
  ///
  /// @return this decoder
  public Decoder with(ValueSource source) {
    values = source;
    return this;
  }

  /// Where the values are that the bytes refer to.
  public ValueSource values() {
    return values;
  }

  // The input.

  /// The number of bytes read.
  public int offset() {
    return at - start;
  }

  /// The place in the array, for [#corrupt(String, int)].
  int at() {
    return at;
  }

  /// The number of bytes left.
  public int remaining() {
    return end - at;
  }

  /// Refuses bytes that are left over.
  public void requireEnd() {
    if (at != end) {
      throw corrupt(remaining() + " bytes follow the value", at);
    }
  }

  /// Copies the bytes that are left, without reading them.
  ///
  /// @param to has room for [#remaining] from `index` on
  public void copyRest(byte[] to, int index) {
    System.arraycopy(bytes, at, to, index, end - at);
  }

  /// Skips `count` bytes.
  public void skip(int count) {
    require(count);
    at += count;
  }

  private void require(int count) {
    if (count > end - at || count < 0) {
      throw corrupt("the input ends early: " + count + " bytes are needed", at);
    }
  }

  // Primitives, without a tag.

  /// One byte, 0 to 255.
  public int u8() {
    require(1);
    return bytes[at++] & 0xFF;
  }

  /// An unsigned number of 64 bits.
  public long varint() {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    return longVarint();
  }

  private long longVarint() {
    int from = at;
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      long b = u8();
      value |= (b & 0x7F) << shift;
      if (b < 0x80) {
        boolean shortest = b != 0;
        boolean fits = shift < 63 || b == 1;
        if (!shortest || !fits) {
          throw corrupt("a varint is not in its shortest form", from);
        }
        return value;
      }
    }
    throw corrupt("a varint is longer than 10 bytes", from);
  }

  /// A signed number of 64 bits.
  public long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /// Eight bytes, the highest first.
  public long fixed64() {
    require(Long.BYTES);
    long value = (long) LONGS.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  /// The next `count` bytes, copied.
  public byte[] raw(int count) {
    require(count);
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /// Bytes behind their number, copied.
  public byte[] blob() {
    return raw(blobSize());
  }

  /// The hash of a reference; its size follows.
  public Hash hash() {
    return Hash.fromBytes(raw(Hash.SIZE));
  }

  /// The size of the blob that follows; it is there in full.
  private int blobSize() {
    int from = at;
    long size = varint();
    if (size < 0 || size > end - at) {
      throw corrupt("a size of " + Long.toUnsignedString(size) + " exceeds the input", from);
    }
    if (size > limits.tokenMax()) {
      throw limit("a token has " + size + " bytes", limits.tokenMax(), from - start);
    }
    return (int) size;
  }

  /// A string behind the number of its bytes.
  public String utf8() {
    int size = blobSize();
    at += size;
    return Utf8.decode(bytes, at - size, at, this);
  }

  // Values, each behind its tag.

  /// The kind of the value that follows.
  public Kind peek() {
    require(1);
    int tag = bytes[at] & 0xFF;
    if (!Tag.isKnown(tag)) {
      throw corrupt("no value starts with the byte " + tag, at);
    }
    return Tag.kind(tag);
  }

  private void expect(int tag) {
    if (u8() != tag) {
      at--;
      throw corrupt("a " + Tag.kind(tag).label() + " is needed, not a " + peek().label(), at);
    }
  }

  /// `nil`.
  public void nil() {
    expect(Tag.NIL);
  }

  /// A [Bool].
  public boolean bool() {
    int tag = u8();
    if (tag != Tag.TRUE && tag != Tag.FALSE) {
      at--;
      throw corrupt("a bool is needed, not a " + peek().label(), at);
    }
    return tag == Tag.TRUE;
  }

  /// An [Int].
  public long integer() {
    expect(Tag.INT);
    return zigzag();
  }

  /// A [Real].
  public double real() {
    expect(Tag.REAL);
    return realBody();
  }

  /// A [Str].
  public String str() {
    expect(Tag.STR);
    return utf8();
  }

  /// A keyword.
  public Keyword keyword() {
    expect(Tag.KEYWORD);
    return keywordBody();
  }

  /// A symbol.
  public Symbol symbol() {
    expect(Tag.SYMBOL);
    return symbolBody();
  }

  /// An [Inst].
  public Instant inst() {
    expect(Tag.INST);
    return instBody();
  }

  /// A [Uuid].
  public UUID uuid() {
    expect(Tag.UUID);
    return new UUID(fixed64(), fixed64());
  }

  /// A [Bytes].
  public byte[] bytes() {
    expect(Tag.BYTES);
    return blob();
  }

  /// The size of a list; its elements follow.
  public int listHead() {
    expect(Tag.LIST);
    return count(1);
  }

  /// The size of a vector; its elements follow.
  public int vecHead() {
    expect(Tag.VEC);
    return count(1);
  }

  /// The size of a set; its elements follow.
  public int setHead() {
    expect(Tag.SET);
    return count(1);
  }

  /// The size of a map; its keys follow, each with its value behind it.
  public int mapHead() {
    expect(Tag.MAP);
    return count(2);
  }

  /// The tag of a tagged value; the value follows.
  public Symbol tagHead() {
    expect(Tag.TAGGED);
    return symbolBody();
  }

  /// Any value.
  public Value value() {
    return DecodedValues.next(this);
  }

  double realBody() {
    int from = at;
    long bits = fixed64();
    double value = Double.longBitsToDouble(bits);
    if (Double.doubleToLongBits(value) != bits) {
      throw corrupt("a NaN is not in its only form", from);
    }
    return value;
  }

  BigInteger big() {
    int from = at;
    var content = blob();
    if (content.length > limits.digitsMax() / 2) {
      throw limit(
          "a number has " + content.length + " bytes", limits.digitsMax() / 2, from - start);
    }
    if (content.length == 0
        || content.length > BIG_BYTES_MAX
        || (content.length > 1 && content[0] == (byte) (content[1] >> 7))) {
      throw corrupt("a big integer is too long or not in its shortest form", from);
    }
    return new BigInteger(content);
  }

  Instant instBody() {
    int from = at;
    long seconds = zigzag();
    long nanos = varint();
    if (nanos < 0 || nanos > 999_999_999) {
      throw corrupt("an instant's nanoseconds exceed a second", from);
    }
    try {
      return Instant.ofEpochSecond(seconds, nanos);
    } catch (DateTimeException _) {
      throw corrupt("an instant is out of range", from);
    }
  }

  Keyword keywordBody() {
    int size = blobSize();
    at += size;
    return Keyword.decoded(bytes, at - size, at, this);
  }

  Symbol symbolBody() {
    int size = blobSize();
    at += size;
    return Symbol.decoded(bytes, at - size, at, this);
  }

  /// The number of entries, `width` values each, of a collection: since a value takes a byte at
  /// least, there are no more than the bytes left.
  int count(int width) {
    int from = at;
    long count = varint();
    if (count < 0 || count > (end - at) / width) {
      throw corrupt("a size of " + Long.toUnsignedString(count) + " exceeds the input", from);
    }
    elementsLeft -= (int) count * width;
    if (elementsLeft < 0) {
      throw limit("the input has too many values", limits.elementsMax(), from - start);
    }
    return (int) count;
  }

  /// Enters a collection or a tag; [#ascend] leaves it.
  void descend() {
    if (++depth > limits.depthMax()) {
      throw limit("the input is nested too deep", limits.depthMax(), offset());
    }
  }

  void ascend() {
    depth--;
  }

  // Refusals.

  /// The problem that bytes read up to now are not what they should be, for whoever reads a format
  /// of his own.
  public PerdureException corrupt(String what) {
    return corrupt(what, at);
  }

  PerdureException corrupt(String what, int from) {
    return new Problem(
            ValueCode.CODEC_CORRUPT,
            what,
            "byte " + (from - start),
            "Restore the bytes from where they were written")
        .exception();
  }

  private static PerdureException limit(String what, int max, int offset) {
    return new Problem(
            ValueCode.CODEC_LIMIT,
            what + ", and the limit is " + max,
            "byte " + offset,
            "Send less, or raise the limit where the input is trusted")
        .exception();
  }
}
