package dev.perdure.server;

import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Decides who gets in: whoever may open the socket file; of the others, by the name the request
/// was sent to, the page it comes from, the token and its role, in this order.
///
/// A page of another site cannot reach a server on loopback: its requests carry the page's
/// `Origin`, and those to a name that was made to point here (DNS rebinding) carry that name as
/// `Host`.
final class Gate {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  /// What browsers say of requests that no page of another origin caused (Fetch Metadata).
  private static final List<String> OWN_SITES = List.of("same-origin", "none");

  private static final String BEARER = "bearer ";

  private final boolean loopback;
  private final List<String> hosts;
  private final Tokens tokens;

  /// @param loopback whether only this machine can reach the server
  /// @param hosts names beside those of loopback
  Gate(boolean loopback, List<String> hosts, Tokens tokens) {
    this.loopback = loopback;
    var all = new ArrayList<String>();
    if (loopback) {
      all.addAll(LOOPBACK);
    }
    hosts.forEach(host -> all.add(host.toLowerCase(Locale.ROOT)));
    this.hosts = List.copyOf(all);
    this.tokens = tokens;
  }

  /// Lets a request in, or refuses it.
  ///
  /// @param needed null: whoever it is
  /// @throws PerdureException `FOREIGN_HOST`, `FOREIGN_ORIGIN`, `TOKEN_REQUIRED`, `ROLE_TOO_SMALL`
  Caller admit(Exchange exchange, @Nullable Role needed) {
    if (exchange.local()) {
      return local(exchange);
    }
    checkHost(exchange.header("Host"));
    checkOrigin(exchange);
    if (needed == null) {
      return Caller.NOBODY;
    }
    var caller = caller(exchange.header("Authorization"));
    if (!caller.role().covers(needed)) {
      throw Problem.of(
              ServerCode.ROLE_TOO_SMALL,
              "the token " + caller.name() + " has the role " + word(caller.role()),
              "Use a token with the role " + word(needed))
          .exception();
    }
    return caller;
  }

  private static Caller local(Exchange exchange) {
    try {
      return Caller.local(exchange.header(LocalApi.USER));
    } catch (IllegalArgumentException _) {
      throw Request.bad(LocalApi.USER + " is not percent-encoded as it should be", LocalApi.USER);
    }
  }

  private void checkHost(@Nullable String host) {
    if (host == null || (!hosts.isEmpty() && !hosts.contains(name(host)))) {
      throw Problem.of(
              ServerCode.FOREIGN_HOST,
              host == null
                  ? "the request does not say to which host it was sent"
                  : "the request was sent to " + host + ", which is not a name of this server",
              "Use one of " + hosts + ", or start the server with --host-name NAME")
          .exception();
    }
  }

  /// Without the port.
  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    var name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    return name.toLowerCase(Locale.ROOT);
  }

  private static void checkOrigin(Exchange exchange) {
    var origin = exchange.header("Origin");
    var site = exchange.header("Sec-Fetch-Site");
    boolean foreign =
        origin != null ? !isOwn(origin, exchange) : site != null && !OWN_SITES.contains(site);
    if (foreign) {
      throw Problem.of(
              ServerCode.FOREIGN_ORIGIN,
              "the request comes from a page of another site"
                  + (origin == null ? "" : ", " + origin),
              "Call the server from a program, or from a page that it serves itself")
          .exception();
    }
  }

  /// Whether a page with this origin was served under the name that the request was sent to.
  private static boolean isOwn(String origin, Exchange exchange) {
    try {
      var uri = URI.create(origin);
      var scheme = exchange.secure() ? "https" : "http";
      return scheme.equalsIgnoreCase(uri.getScheme())
          && String.valueOf(uri.getAuthority()).equalsIgnoreCase(exchange.header("Host"));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private Caller caller(@Nullable String authorization) {
    if (loopback && !tokens.required()) {
      return Caller.LOCAL;
    }
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw noToken("the request has no token");
    }
    return tokens
        .find(authorization.substring(BEARER.length()).strip())
        .map(token -> new Caller(token.name(), token.role()))
        .orElseThrow(() -> noToken("nobody knows the token of the request"));
  }

  private static PerdureException noToken(String why) {
    return Problem.of(
            ServerCode.TOKEN_REQUIRED,
            why,
            "Send the header \"Authorization: Bearer TOKEN\"; `perdure token create` makes one")
        .exception();
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
