package dev.perdure.log.aes;

import dev.perdure.value.Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A key of 256 bits. Nothing is encrypted with it: the keys that encrypt are derived from it by
/// HKDF-SHA-256 (RFC 5869). Its name is derived, too, and no secret: the same key has the same name
/// wherever it is.
///
/// The name is 32 bits as 8 hexadecimal digits. Two keys of one name are refused when they meet in
/// a file.
final class Key {
  static final int BYTES = 32;

  private static final String ALGORITHM = "AES";
  private static final byte[] NAME = ascii("perdure key name 1");
  private static final byte[] SESSION = ascii("perdure payload aes-256-gcm 1");
  private static final byte[] PSEUDONYM = ascii("perdure pseudonym hmac-sha256 1");
  private static final String HMAC = "HmacSHA256";
  private static final int NAME_BYTES = 4;
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] secret;
  private final String name;

  private Key(byte[] secret) {
    this.secret = secret.clone();
    this.name = HEX.formatHex(expand(new byte[0], NAME, NAME_BYTES).getEncoded());
  }

  static Key fresh(RandomGenerator random) {
    var secret = new byte[BYTES];
    random.nextBytes(secret);
    return new Key(secret);
  }

  /// @param hex 64 hexadecimal digits
  /// @throws IllegalArgumentException if it is something else
  static Key parse(String hex) {
    var secret = HEX.parseHex(hex);
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a key has " + BYTES + " bytes");
    }
    return new Key(secret);
  }

  String name() {
    return name;
  }

  /// The name as a number.
  int number() {
    return HexFormat.fromHexDigits(name);
  }

  static String name(int number) {
    return HEX.toHexDigits(number);
  }

  /// The secret as text, for the file of keys alone.
  String secretText() {
    return HEX.formatHex(secret);
  }

  /// The key that encrypts in one session.
  ///
  /// @param salt drawn for that session
  SecretKey session(byte[] salt) {
    return expand(salt, SESSION, BYTES);
  }

  /// HMAC-SHA-256 of a text, under a key of its own.
  Hash pseudonym(Hash text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(expand(new byte[0], PSEUDONYM, BYTES).getEncoded(), HMAC));
      return Hash.fromBytes(mac.doFinal(text.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  private SecretKey expand(byte[] salt, byte[] use, int bytes) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(use, bytes);
      return KDF.getInstance("HKDF-SHA256").deriveKey(ALGORITHM, parameters);
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Never the secret.
  @Override
  public String toString() {
    return "key " + name;
  }
}
