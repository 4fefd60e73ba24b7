package dev.perdure.server;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A server's certificate, with its private key.
public final class Tls {
  private final KeyStore keys;
  private final char[] password;

  private Tls(KeyStore keys, char[] password) {
    this.keys = keys;
    this.password = password;
  }

  /// From PEM files: the certificate, with those that lead to a known authority behind it, and its
  /// private key, not encrypted, as PKCS #8 (`BEGIN PRIVATE KEY`).
  ///
  /// @throws PerdureException `TLS_UNUSABLE`
  public static Tls pem(Path certificates, Path privateKey) {
    var none = new char[0];
    try {
      var chain = Pem.certificates(Files.readAllBytes(certificates));
      var key = Pem.privateKey(Files.readString(privateKey));
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(null, none);
      keys.setKeyEntry("server", key, none, chain);
      return new Tls(keys, none);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(certificates + " and " + privateKey, e);
    }
  }

  /// From a PKCS #12 file.
  ///
  /// @param password of the file and its key
  /// @throws PerdureException `TLS_UNUSABLE`
  public static Tls pkcs12(Path file, char[] password) {
    try (var in = Files.newInputStream(file)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password);
      return new Tls(keys, password.clone());
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file.toString(), e);
    }
  }

  private static PerdureException unusable(String files, Exception e) {
    return new Problem(
            ServerCode.TLS_UNUSABLE,
            "the certificate and its key cannot be used: " + e.getMessage(),
            files,
            "Give a certificate and an unencrypted PKCS #8 key as PEM files, or both in a PKCS #12"
                + " file with its password")
        .exception(e);
  }

  /// When the first of its certificates ceases to be valid.
  ///
  /// @throws PerdureException `TLS_UNUSABLE` if there is none
  public Instant expires() {
    try {
      Instant first = null;
      for (var alias : Collections.list(keys.aliases())) {
        for (var certificate : chain(alias)) {
          var end = certificate.getNotAfter().toInstant();
          first = first == null || end.isBefore(first) ? end : first;
        }
      }
      if (first == null) {
        throw new KeyStoreException("there is no certificate");
      }
      return first;
    } catch (KeyStoreException e) {
      throw unusable("the certificate", e);
    }
  }

  private List<X509Certificate> chain(String alias) throws KeyStoreException {
    var chain = keys.getCertificateChain(alias);
    return chain == null
        ? List.of()
        : Arrays.stream(chain)
            .filter(X509Certificate.class::isInstance)
            .map(X509Certificate.class::cast)
            .toList();
  }

  KeyStore keys() {
    return keys;
  }

  String password() {
    return new String(password);
  }

  /// Tells nothing of what is in it.
  @Override
  public String toString() {
    return "Tls";
  }
}
