package dev.perdure.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Writes primitives and values into a buffer that grows; for one thread. Each method writes what
/// the method of the same name of [Decoder] reads; the layout is drawn there.
///
/// Whoever writes the inside of a collection himself, after its head, writes the canonical bytes
/// only if the keys of a map and the elements of a set come in [Value#encodingOrder()], each once.
public final class Encoder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int VARINT_BYTES_MAX = 10;
  private static final int STRING_BY_CHARS_MAX = 64;

  private byte[] bytes;
  private int size;
  private int depth;
  private List<Referred> references = List.of();

  /// An empty encoder of a usual size.
  public Encoder() {
    this(256);
  }

  /// An empty encoder with room for so many bytes before it grows.
  public Encoder(int capacityBytes) {
    bytes = new byte[Math.max(capacityBytes, VARINT_BYTES_MAX)];
  }

  // The buffer.

  /// The number of bytes written since the start or the last [#clear].
  public int size() {
    return size;
  }

  /// Forgets what was written and keeps the buffer.
  public void clear() {
    size = 0;
    depth = 0;
    references = List.of();
  }

  /// A copy of what was written.
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /// What was written, not copied: valid until the next write or [#clear]. Read only.
  public ByteBuffer view() {
    return ByteBuffer.wrap(bytes, 0, size).slice().asReadOnlyBuffer();
  }

  /// Copies what was written to `target`, which must have room for it.
  public void copyTo(ByteBuffer target) {
    target.put(bytes, 0, size);
  }

  /// Copies what was written to an array, from an index on.
  public void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, size);
  }

  /// Whether what was written stands in an array from an index on.
  public boolean standsIn(byte[] other, int at) {
    return size <= other.length - at && Arrays.equals(bytes, 0, size, other, at, at + size);
  }

  private void reserve(int count) {
    if (bytes.length - size < count) {
      grow(count);
    }
  }

  private void grow(int count) {
    long needed = (long) size + count;
    if (needed > Integer.MAX_VALUE - Long.BYTES) {
      throw limit("the encoded bytes exceed " + Integer.MAX_VALUE);
    }
    long wanted = Math.min(Math.max(needed, bytes.length * 2L), Integer.MAX_VALUE - Long.BYTES);
    bytes = Arrays.copyOf(bytes, (int) wanted);
  }

  // Primitives, without a tag.

  /// One byte: the low eight bits.
  public void u8(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /// An unsigned number, seven bits a byte: 1 byte below 128, 10 bytes if taken as negative.
  public void varint(long value) {
    reserve(VARINT_BYTES_MAX);
    size = putVarint(size, value);
  }

  private int putVarint(int at, long value) {
    int next = at;
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[next++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[next++] = (byte) rest;
    return next;
  }

  /// A signed number: small absolute values take few bytes.
  public void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  /// Eight bytes, the highest first.
  public void fixed64(long value) {
    reserve(Long.BYTES);
    LONGS.set(bytes, size, value);
    size += Long.BYTES;
  }

  /// The bytes as they are, without their number.
  public void raw(byte[] content) {
    reserve(content.length);
    System.arraycopy(content, 0, bytes, size, content.length);
    size += content.length;
  }

  /// The number of the bytes, and the bytes.
  public void blob(byte[] content) {
    varint(content.length);
    raw(content);
  }

  /// The hash of a value and its size, instead of its bytes.
  public void reference(Referred value) {
    raw(value.hash().toByteArray());
    varint(value.size());
    references = references.isEmpty() ? new ArrayList<>(1) : references;
    references.add(value);
  }

  /// The values that were written by their hashes since the start or the last [#clear], in order:
  /// whoever keeps what was written has to keep these, too. Not copied.
  public List<Referred> references() {
    return references;
  }

  /// The number of the bytes, and the string in UTF-8; half of a surrogate pair is `VALUE_INVALID`.
  public void utf8(String text) {
    if (text.length() > STRING_BY_CHARS_MAX || !asciiFits(text)) {
      var encoded = text.getBytes(StandardCharsets.UTF_8);
      // The JDK puts a question mark for half of a surrogate pair. So a text is well formed if it
      // has only characters that take one byte, and these are its bytes.
      if (!text.equals(new String(encoded, StandardCharsets.ISO_8859_1))) {
        Text.requireScalars(text);
      }
      blob(encoded);
    }
  }

  /// Writes a short string if it is ASCII: then its size in bytes is known before it is encoded.
  private boolean asciiFits(String text) {
    int length = text.length();
    reserve(length + 1);
    var target = bytes;
    int at = size;
    target[at++] = (byte) length;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return false;
      }
      target[at++] = (byte) c;
    }
    size = at;
    return true;
  }

  // Values, each behind its tag.

  /// `nil`.
  public void nil() {
    u8(Tag.NIL);
  }

  /// A [Bool].
  public void bool(boolean value) {
    u8(value ? Tag.TRUE : Tag.FALSE);
  }

  /// An [Int].
  public void integer(long value) {
    reserve(1 + VARINT_BYTES_MAX);
    bytes[size] = Tag.INT;
    size = putVarint(size + 1, (value << 1) ^ (value >> 63));
  }

  /// A [Real].
  public void real(double value) {
    u8(Tag.REAL);
    fixed64(Double.doubleToLongBits(value));
  }

  /// A [Str]; half of a surrogate pair is `VALUE_INVALID`.
  public void str(String value) {
    u8(Tag.STR);
    utf8(value);
  }

  /// A keyword.
  public void keyword(Keyword value) {
    u8(Tag.KEYWORD);
    blob(value.utf8());
  }

  /// A symbol.
  public void symbol(Symbol value) {
    u8(Tag.SYMBOL);
    blob(value.utf8());
  }

  /// An [Inst].
  public void inst(Instant value) {
    u8(Tag.INST);
    zigzag(value.getEpochSecond());
    varint(value.getNano());
  }

  /// A [Uuid].
  public void uuid(UUID value) {
    u8(Tag.UUID);
    fixed64(value.getMostSignificantBits());
    fixed64(value.getLeastSignificantBits());
  }

  /// A [Bytes].
  public void bytes(byte[] value) {
    u8(Tag.BYTES);
    blob(value);
  }

  /// The head of a list; its elements follow.
  public void listHead(int size) {
    head(Tag.LIST, size);
  }

  /// The head of a vector; its elements follow.
  public void vecHead(int size) {
    head(Tag.VEC, size);
  }

  /// The head of a set; its elements follow, in encoding order.
  public void setHead(int size) {
    head(Tag.SET, size);
  }

  /// The head of a map; its keys, each with its value behind it, follow in the keys' encoding
  /// order.
  public void mapHead(int size) {
    head(Tag.MAP, size);
  }

  /// The head of a tagged value; the value follows.
  public void tagHead(Symbol tag) {
    u8(Tag.TAGGED);
    blob(tag.utf8());
  }

  private void head(int tag, int count) {
    reserve(1 + VARINT_BYTES_MAX);
    bytes[size] = (byte) tag;
    size = putVarint(size + 1, count);
  }

  /// Any value. Nested deeper than [Limits#DEPTH_CEILING] it is `CODEC_LIMIT`.
  public void value(Value value) {
    // Collections apart from the rest: this method recurs, and its frame counts against the stack.
    switch (value) {
      case ListValue content -> list(content);
      case Vec content -> vec(content);
      case SetValue content -> set(content);
      case MapValue content -> map(content);
      case Tagged content -> tagged(content);
      default -> atom(value);
    }
  }

  private void atom(Value value) {
    switch (value) {
      case Nil _ -> nil();
      case Bool(var content) -> bool(content);
      case Int(var content) -> integer(content);
      case BigInt(var content) -> big(Tag.BIG_INT, content);
      case Ratio content -> ratio(content);
      case Real(var content) -> real(content);
      case Decimal content -> decimal(content);
      case Char(var content) -> head(Tag.CHAR, content);
      case Str(var content) -> str(content);
      case Keyword content -> keyword(content);
      case Symbol content -> symbol(content);
      case Inst(var content) -> inst(content);
      case Uuid(var content) -> uuid(content);
      case Bytes content -> bytes(content.content());
      case ListValue _, Vec _, SetValue _, MapValue _, Tagged _ ->
          throw new IllegalArgumentException(value.kind().label());
    }
  }

  private void big(int tag, BigInteger value) {
    u8(tag);
    blob(value.toByteArray());
  }

  private void ratio(Ratio value) {
    big(Tag.RATIO, value.numerator());
    blob(value.denominator().toByteArray());
  }

  private void decimal(Decimal value) {
    u8(Tag.DECIMAL);
    zigzag(value.value().scale());
    blob(value.value().unscaledValue().toByteArray());
  }

  /// The vector of the elements.
  void vec(Value... elements) {
    vecHead(elements.length);
    descend();
    for (var element : elements) {
      value(element);
    }
    depth--;
  }

  private void list(ListValue list) {
    listHead(list.size());
    descend();
    for (var element : list) {
      value(element);
    }
    depth--;
  }

  private void vec(Vec vec) {
    vecHead(vec.size());
    descend();
    for (var element : vec) {
      value(element);
    }
    depth--;
  }

  private void set(SetValue set) {
    setHead(set.size());
    descend();
    var at = set.cursor();
    while (at.next()) {
      value((Value) at.key());
    }
    depth--;
  }

  private void map(MapValue map) {
    mapHead(map.size());
    descend();
    var at = map.cursor();
    while (at.next()) {
      value((Value) at.key());
      value((Value) at.value());
    }
    depth--;
  }

  private void tagged(Tagged value) {
    tagHead(value.tag());
    descend();
    value(value.value());
    depth--;
  }

  private void descend() {
    if (++depth > Limits.DEPTH_CEILING) {
      depth = 0;
      throw limit("the value is nested deeper than " + Limits.DEPTH_CEILING);
    }
  }

  private static PerdureException limit(String what) {
    return Problem.of(ValueCode.CODEC_LIMIT, what, "Split the value into smaller ones").exception();
  }
}
