package dev.perdure.wat.syntax;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that say one thing in one way, to be hashed or signed: nodes begin with a tag, numbers are
/// little-endian and of fixed width, a text has its length before its UTF-8.
public final class CanonicalBytes {
  private static final int FIRST_SIZE = 256;

  private ByteBuffer buffer = ByteBuffer.allocate(FIRST_SIZE).order(ByteOrder.LITTLE_ENDIAN);

  /// Empty so far.
  public CanonicalBytes() {}

  /// A tag, from 0 to 255.
  public CanonicalBytes tag(int tag) {
    room(1).put((byte) tag);
    return this;
  }

  /// A bool, as one byte.
  public CanonicalBytes flag(boolean flag) {
    return tag(flag ? 1 : 0);
  }

  /// A character, as 16 bits.
  public CanonicalBytes character(char value) {
    room(Character.BYTES).putChar(value);
    return this;
  }

  /// A number that counts or names a place, as 32 bits.
  public CanonicalBytes count(int count) {
    room(Integer.BYTES).putInt(count);
    return this;
  }

  /// A number of 64 bits.
  public CanonicalBytes number(long bits) {
    room(Long.BYTES).putLong(bits);
    return this;
  }

  /// A text: the number of its bytes, and they.
  public CanonicalBytes text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return count(bytes.length).raw(bytes);
  }

  /// Bytes as they are.
  public CanonicalBytes raw(byte[] bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  /// How many there are.
  public int size() {
    return buffer.position();
  }

  /// A copy of them.
  public byte[] toBytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private ByteBuffer room(int more) {
    if (buffer.remaining() < more) {
      int size = Math.max(Math.addExact(size(), more), Math.multiplyExact(2, buffer.capacity()));
      buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
    }
    return buffer;
  }
}
