package dev.perdure.cli;

import dev.perdure.server.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A server's certificate as it is named on a command line. Passwords stand in files: command lines
/// are seen by everybody on the machine.
final class TlsOptions {
  @Option(names = "--tls-cert", paramLabel = "FILE", description = "A certificate, PEM.")
  @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, PEM, PKCS #8.")
  @Nullable Path key;

  @Option(names = "--tls-p12", paramLabel = "FILE", description = "Both, as PKCS #12.")
  @Nullable Path pkcs12;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description = "The password of --tls-p12.")
  @Nullable Path password;

  /// The certificate; null if none is named.
  ///
  /// @throws dev.perdure.value.PerdureException `TLS_UNUSABLE`, `FILE_UNUSABLE`
  @Nullable Tls read(Command command) {
    var terminal = command.terminal;
    if (pkcs12 != null) {
      if (certificate != null || key != null) {
        throw command.usage("give --tls-p12, or --tls-cert with --tls-key");
      }
      var secret = password == null ? "" : secret(terminal.resolve(password));
      return Tls.pkcs12(terminal.resolve(pkcs12), secret.toCharArray());
    }
    if (certificate == null && key == null) {
      return null;
    }
    if (certificate == null || key == null) {
      throw command.usage("--tls-cert and --tls-key go together");
    }
    return Tls.pem(terminal.resolve(certificate), terminal.resolve(key));
  }

  private static String secret(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw Command.problem(
              CliCode.FILE_UNUSABLE, "the file " + file + " cannot be read: " + e, "Check its path")
          .exception(e);
    }
  }
}
