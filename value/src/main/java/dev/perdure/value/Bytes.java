package dev.perdure.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A sequence of bytes, such as `#perdure/bytes "AQID"`.
public final class Bytes implements Value {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// A copy of `content`.
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /// Takes over an array that nobody else holds.
  static Bytes owning(byte[] content) {
    return new Bytes(content);
  }

  /// The number of bytes.
  public int size() {
    return content.length;
  }

  /// The byte at `index`, from 0; outside it is an [IndexOutOfBoundsException].
  public byte at(int index) {
    return content[index];
  }

  /// A copy.
  public byte[] toByteArray() {
    return content.clone();
  }

  /// The bytes themselves, for those inside who only read.
  byte[] content() {
    return content;
  }

  @Override
  public Kind kind() {
    return Kind.BYTES;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Mix.of(Kind.BYTES, Arrays.hashCode(content));
  }

  @Override
  public String toString() {
    return Edn.print(this);
  }
}
