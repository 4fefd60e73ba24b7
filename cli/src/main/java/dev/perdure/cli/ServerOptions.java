package dev.perdure.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A server at a URL, in the place of a data directory.
final class ServerOptions {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Ask the server there, such as https://shop.example:7420, not a directory.")
  @Nullable String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "With --url: the file that holds the token.")
  @Nullable Path tokenFile;

  @Option(
      names = "--tls-ca",
      paramLabel = "FILE",
      description = "With --url: the certificates (PEM) to trust. Default: those of the JDK.")
  @Nullable Path authorities;

  boolean given() {
    return url != null || tokenFile != null || authorities != null;
  }

  Source open(Command command) {
    if (url == null) {
      throw command.usage("--token-file and --tls-ca go with --url");
    }
    var server = uri(command, url);
    var token = tokenFile == null ? null : token(command.terminal.resolve(tokenFile));
    if (token != null && !isPrivate(server)) {
      throw command.usage("a token goes over https only, or to this machine");
    }
    return HttpSource.at(
        server, token, authorities == null ? null : trusted(command.terminal.resolve(authorities)));
  }

  private static URI uri(Command command, String text) {
    try {
      var uri = new URI(text);
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (Set.of("http", "https").contains(scheme) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // told below
    }
    throw command.usage("--url takes a URL such as https://shop.example:7420, not " + text);
  }

  private static boolean isPrivate(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https")
        || LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  private static String token(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static KeyStore trusted(Path file) {
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int n = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority " + n++, certificate);
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file, e);
    }
  }

  private static RuntimeException unusable(Path file, Exception e) {
    return Command.problem(
            CliCode.FILE_UNUSABLE, "the file " + file + " cannot be read: " + e, "Check its path")
        .exception(e);
  }
}
