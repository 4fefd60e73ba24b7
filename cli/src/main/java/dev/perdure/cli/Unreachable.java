package dev.perdure.cli;

import dev.perdure.value.Problem;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.http.HttpException;

/// Why a server does not answer, in plain words: what its libraries say of it is for --stack-trace.
enum Unreachable {
  UNKNOWN_HOST("nobody knows a host of this name", "Check the name in --url"),
  REFUSED("nobody listens there", "Check that it runs, and with --url its port"),
  NO_WAY("the network has no way to it", "Check the address in --url, and the network"),
  UNTRUSTED(
      "its certificate is of an authority that is not trusted here",
      "Give the certificate of its authority with --tls-ca FILE"),
  OTHER_NAME(
      "its certificate is for another name",
      "Use a name in --url that the certificate has, or give the server a certificate for this"
          + " one"),
  NO_TLS(
      "it does not speak TLS, or not as this side does",
      "Check whether its URL begins with http: or https:"),
  NO_HTTP("what answers there speaks no HTTP", "Check the port in --url, and http: or https:"),
  SLOW("it took too long", "Look at what the server is doing, and ask again"),
  BROKEN(
      "the connection broke before the answer was there",
      "Check that it still runs; look at what was done before you ask again"),
  OTHERWISE(
      "the connection failed",
      "Check that it runs, and with --url its address; --stack-trace shows what failed");

  private final String why;
  private final String remedy;

  Unreachable(String why, String remedy) {
    this.why = why;
    this.remedy = remedy;
  }

  static Unreachable of(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(Unreachable::known)
        .filter(why -> why != OTHERWISE)
        .reduce((outer, inner) -> inner)
        .orElse(OTHERWISE);
  }

  private static Unreachable known(Throwable cause) {
    return switch (cause) {
      case UnknownHostException _, UnresolvedAddressException _ -> UNKNOWN_HOST;
      case ConnectException _ -> REFUSED;
      case NoRouteToHostException _ -> NO_WAY;
      case CertPathBuilderException _ -> UNTRUSTED;
      case CertificateException _ -> OTHER_NAME;
      case SSLException _ -> NO_TLS;
      case HttpResponseException _, HttpException _ -> NO_HTTP;
      case SocketTimeoutException _, TimeoutException _ -> SLOW;
      case EOFException _, ClosedChannelException _, SocketException _ -> BROKEN;
      default -> OTHERWISE;
    };
  }

  /// @param server where it was looked for
  Problem problem(String server) {
    return Command.problem(
        CliCode.SERVER_UNREACHABLE, "the server at " + server + " does not answer: " + why, remedy);
  }
}
