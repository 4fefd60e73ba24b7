package dev.perdure.value;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A SHA-256 hash (FIPS 180-4): the identity of a content.
public final class Hash implements Comparable<Hash> {
  /// The number of bytes.
  public static final int SIZE = 32;

  private static final int SHORT_DIGITS = 12;
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] content;

  private Hash(byte[] content) {
    this.content = content;
  }

  /// The hash of the value's canonical bytes.
  public static Hash of(Value value) {
    var encoder = new Encoder();
    ValueCodec.encode(value, encoder);
    var digest = sha256();
    digest.update(encoder.view());
    return new Hash(digest.digest());
  }

  /// The hash of the bytes themselves.
  public static Hash ofBytes(byte[] bytes) {
    return new Hash(sha256().digest(bytes));
  }

  /// The hash that these 32 bytes are; any other number is `VALUE_INVALID`.
  public static Hash fromBytes(byte[] hash) {
    if (hash.length != SIZE) {
      throw ValueCode.invalid("a hash has " + SIZE + " bytes, not " + hash.length);
    }
    return new Hash(hash.clone());
  }

  /// The hash that these 64 hexadecimal digits are; anything else is `VALUE_INVALID`.
  public static Hash parse(String hex) {
    try {
      return fromBytes(HEX.parseHex(hex));
    } catch (IllegalArgumentException _) {
      throw ValueCode.invalid("a hash is written as " + 2 * SIZE + " hexadecimal digits");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has SHA-256 (Javadoc of MessageDigest), so this cannot happen.
      throw new AssertionError(e);
    }
  }

  /// A copy of the 32 bytes.
  public byte[] toByteArray() {
    return content.clone();
  }

  /// The first 12 hexadecimal digits, for people.
  public String shortText() {
    return toString().substring(0, SHORT_DIGITS);
  }

  @Override
  public int compareTo(Hash other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// The 64 hexadecimal digits.
  @Override
  public String toString() {
    return HEX.formatHex(content);
  }
}
