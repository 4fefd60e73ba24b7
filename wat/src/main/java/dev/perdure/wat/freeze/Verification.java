package dev.perdure.wat.freeze;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.AstBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether what is loaded is what was meant (W16).
final class Verification {
  /// What stands before the 32 bytes of an Ed25519 public key in its X.509 form (RFC 8410).
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Verification() {}

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Why a digest does not fit; null if it does.
  ///
  /// @param expected hexadecimal
  static @Nullable String digest(byte[] bytes, String expected) {
    var got = HexFormat.of().formatHex(sha256(bytes));
    return got.equals(expected.strip().toLowerCase(Locale.ROOT))
        ? null
        : "the SHA-256 is " + got + ", not " + expected.strip();
  }

  /// Why a signature does not fit; null if it does.
  ///
  /// @param signature Base64, over the SHA-256 of the canonical bytes
  /// @param key Base64, 32 bytes
  static @Nullable String signature(List<Ast> forms, String signature, String key) {
    try {
      var raw = Base64.getDecoder().decode(key.strip());
      var encoded = new byte[ED25519.length + raw.length];
      System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
      System.arraycopy(raw, 0, encoded, ED25519.length, raw.length);
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(sha256(AstBytes.of(forms)));
      return verifier.verify(Base64.getDecoder().decode(signature.strip()))
          ? null
          : "the signature is not that of the key over the forms";
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return "the signature or the key is none: " + e.getMessage();
    }
  }

  /// A text of UTF-8, such as a digest that stands in a file beside.
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
