package dev.perdure.log.aes;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/// What stands in front of a sealed payload, big-endian:
///
/// ```
///  0  u8   format, 1
///  1  u32  name of the key
///  5       salt of the session, 12 bytes
/// 17  u32  number of the payload in the session: the last bytes of the nonce, the others are 0
/// 21       ciphertext, as long as the payload, then 16 bytes tag
/// ```
///
/// The tag covers these bytes, too, and what the payload is bound to.
///
/// @param key its name as a number
/// @param salt of the session
record SealHead(int key, Salt salt, int number) {
  static final int BYTES = 21;
  private static final int SALT_BYTES = 12;
  static final int OVERHEAD = BYTES + Ciphers.TAG_BYTES;

  private static final byte FORMAT = 1;

  /// 96 bits that are drawn for a session.
  record Salt(long high, int low) {
    static Salt fresh(RandomGenerator random) {
      return new Salt(random.nextLong(), random.nextInt());
    }

    byte[] bytes() {
      return ByteBuffer.allocate(SALT_BYTES).putLong(high).putInt(low).array();
    }
  }

  /// Whether bytes may have been sealed in this format.
  static boolean fits(ByteBuffer sealed) {
    return sealed.remaining() >= OVERHEAD && sealed.get(sealed.position()) == FORMAT;
  }

  /// The head of bytes that fit.
  static SealHead of(byte[] head) {
    var in = ByteBuffer.wrap(head, 1, BYTES - 1);
    return new SealHead(in.getInt(), new Salt(in.getLong(), in.getInt()), in.getInt());
  }

  byte[] bytes() {
    var bytes = new byte[BYTES];
    ByteBuffer.wrap(bytes).put(FORMAT).putInt(key).put(salt.bytes()).putInt(number);
    return bytes;
  }

  /// Puts the number where it stands in a head.
  static void number(byte[] head, int number) {
    ByteBuffer.wrap(head).putInt(BYTES - Integer.BYTES, number);
  }

  static byte[] nonce(int number) {
    var nonce = new byte[Ciphers.NONCE_BYTES];
    ByteBuffer.wrap(nonce).putInt(Ciphers.NONCE_BYTES - Integer.BYTES, number);
    return nonce;
  }
}
