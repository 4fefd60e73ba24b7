package dev.perdure.server;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what stands in PEM files (RFC 7468).
final class Pem {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private Pem() {}

  /// @throws IllegalArgumentException if there is none
  static Certificate[] certificates(byte[] pem) throws GeneralSecurityException {
    var factory = CertificateFactory.getInstance("X.509");
    var all = factory.generateCertificates(new ByteArrayInputStream(pem));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is no certificate");
    }
    return all.toArray(Certificate[]::new);
  }

  /// @throws IllegalArgumentException if there is none
  static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    var matcher = KEY.matcher(pem);
    if (!matcher.find()) {
      throw new IllegalArgumentException("there is no BEGIN PRIVATE KEY");
    }
    var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
    for (var algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException _) {
        // a key of another algorithm
      }
    }
    throw new IllegalArgumentException("the key is for none of " + ALGORITHMS);
  }
}
