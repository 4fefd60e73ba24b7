package dev.perdure.wat.library;

import dev.perdure.wat.data.Variant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// UUIDs (RFC 9562).
public final class Uuids {
  private static final UUID NIL = new UUID(0, 0);

  private Uuids() {}

  /// `(nil)`.
  public static UUID nil() {
    return NIL;
  }

  /// `(v5 ns name)`: of the SHA-1 of both, the name in UTF-8.
  public static UUID v5(UUID namespace, String name) {
    var sha = sha1();
    sha.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .flip());
    var bytes = ByteBuffer.wrap(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = bytes.getLong();
    long low = bytes.getLong();
    return new UUID((high & ~0xF000L) | 0x5000L, (low & ~(3L << 62)) | (2L << 62));
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has it (java.security.MessageDigest).
      throw new IllegalStateException(e);
    }
  }

  /// `(to-string u)`.
  public static String text(UUID uuid) {
    return uuid.toString();
  }

  /// `(from-string s)`: only the text that `to-string` gives.
  public static Variant fromString(String s) {
    try {
      var uuid = UUID.fromString(s);
      return uuid.toString().equals(s) ? Variant.some(uuid) : Variant.NONE;
    } catch (IllegalArgumentException _) {
      return Variant.NONE;
    }
  }

  /// `(version u)`; 0 of the one of zeros.
  public static long version(UUID uuid) {
    return uuid.version();
  }
}
