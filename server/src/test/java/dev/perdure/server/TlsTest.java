package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsTest {
  private static final String PASSWORD = "secret-of-a-test";

  @TempDir Path directory;
  private Path pkcs12;

  @BeforeEach
  void makeCertificate() throws IOException, InterruptedException {
    make("EC");
  }

  private void make(String algorithm) throws IOException, InterruptedException {
    pkcs12 = directory.resolve(algorithm + ".p12");
    if (Files.exists(pkcs12)) {
      return;
    }
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            keytool,
            "-genkeypair",
            "-keyalg",
            algorithm,
            "-alias",
            "server",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            pkcs12.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private KeyStore keys() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(pkcs12.toFile(), PASSWORD.toCharArray());
  }

  private Tls pem() throws IOException, GeneralSecurityException {
    var certificate = write("CERTIFICATE", keys().getCertificate("server").getEncoded());
    var key = write("PRIVATE KEY", keys().getKey("server", PASSWORD.toCharArray()).getEncoded());
    return Tls.pem(certificate, key);
  }

  private Path write(String what, byte[] content) throws IOException {
    var file = directory.resolve(what.replace(' ', '-') + ".pem");
    Files.writeString(
        file,
        "-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(content)
            + "\n-----END "
            + what
            + "-----\n");
    return file;
  }

  private String health(Tls tls) throws IOException, GeneralSecurityException {
    var data = directory.resolve("data");
    try (var perdure = Perdure.open(NodeConfig.in(data))) {
      TokenFile.in(data).create("t" + System.nanoTime(), Role.READ, Instant.EPOCH);
      try (var server = Server.start(perdure.node(), ServerConfig.onLoopback(0).withTls(tls));
          var client = HttpClient.newBuilder().sslContext(trusting()).build()) {
        assertThat(server.url()).startsWith("https://");
        var uri = URI.create("https://localhost:" + server.port() + "/v1/health");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private SSLContext trusting() throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys().getCertificate("server"));
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  @Test
  void aCertificateMayStandInAPkcs12File() throws Exception {
    assertThat(health(Tls.pkcs12(pkcs12, PASSWORD.toCharArray()))).contains("ok");
  }

  @Test
  void itIsKnownWhenACertificateExpires() throws IOException, GeneralSecurityException {
    var end = ((X509Certificate) keys().getCertificate("server")).getNotAfter().toInstant();
    assertThat(Tls.pkcs12(pkcs12, PASSWORD.toCharArray()).expires()).isEqualTo(end);
    assertThat(pem().expires()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void aCertificateMayStandInPemFiles(String algorithm) throws Exception {
    make(algorithm);
    assertThat(health(pem())).contains("ok");
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() {
    assertThatThrownBy(() -> Tls.pkcs12(pkcs12, "wrong-password".toCharArray()))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ServerCode.TLS_UNUSABLE);
              assertThat(e.problem().text()).doesNotContain("wrong-password");
            });
  }

  @Test
  void aKeyThatIsNoneIsTold() throws IOException {
    var file = Files.writeString(directory.resolve("key.pem"), "-----BEGIN RSA PRIVATE KEY-----");
    assertThatThrownBy(() -> Tls.pem(file, file))
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.code()).isEqualTo(ServerCode.TLS_UNUSABLE));
  }

  @Test
  void withoutTlsOrWithoutATokenNoAddressIsTakenThatOthersCanReach() {
    try (var perdure = Perdure.open(NodeConfig.in(directory.resolve("data")))) {
      var open = ServerConfig.onLoopback(0).withHost("0.0.0.0");
      var tls = Tls.pkcs12(pkcs12, PASSWORD.toCharArray());
      assertUnsafe(perdure, open, "there is no TLS");
      assertUnsafe(perdure, open.withTls(tls), "no token");
      TokenFile.in(directory.resolve("data")).create("t", Role.READ, Instant.EPOCH);
      assertUnsafe(perdure, open, "there is no TLS");
      Server.start(perdure.node(), open.withTls(tls)).close();
    }
  }

  private static void assertUnsafe(Perdure perdure, ServerConfig config, String why) {
    assertThatThrownBy(() -> Server.start(perdure.node(), config))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ServerCode.UNSAFE_ADDRESS);
              assertThat(e.problem().what()).contains(why);
            });
  }
}
