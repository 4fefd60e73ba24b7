package dev.perdure.node;

import dev.perdure.api.GrantMissing;
import dev.perdure.api.Http;
import dev.perdure.api.HttpNotSent;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Lets requests to some hosts pass, and no others. Safe for use by many threads.
///
/// @param http who sends; it must not follow redirects, which lead to other hosts
/// @param hosts such as `example.org`, on any port, or `example.org:8080`
public record GrantedHttp(Http http, Set<String> hosts) implements Http {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  public GrantedHttp {
    hosts = Set.copyOf(hosts);
  }

  @Override
  public Response send(Request request) {
    check(request.uri());
    return http.send(request);
  }

  @Override
  public Response get(String uri, Map<String, List<String>> headers) {
    check(uri);
    return http.get(uri, headers);
  }

  private void check(String text) {
    var uri = uri(text);
    var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    int standard = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
    var place = host + ":" + (uri.getPort() < 0 ? standard : uri.getPort());
    if (!hosts.contains(host) && !hosts.contains(place)) {
      throw new GrantMissing("no request to " + place + " is granted", "--allow-net " + place);
    }
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new HttpNotSent("not a URI: " + text);
    }
  }
}
