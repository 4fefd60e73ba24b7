package dev.perdure.log.aes;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM (NIST SP 800-38D) as the JDK has it: a tag of 128 bits, nonces of 96.
final class Ciphers {
  static final int TAG_BYTES = 16;
  static final int NONCE_BYTES = 12;

  private Ciphers() {}

  static Cipher fresh() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  static void begin(Cipher cipher, int mode, Key key, byte[] nonce)
      throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
  }

  /// JDK 25 has AES/GCM and HKDF-SHA256 in every build, and the parameters are constants.
  static AssertionError impossible(GeneralSecurityException e) {
    return new AssertionError(e);
  }
}
