package dev.perdure.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the query of a request.
final class Query {
  private Query() {}

  /// The parameters.
  ///
  /// @param known what the endpoint takes
  /// @throws dev.perdure.value.PerdureException `BAD_REQUEST` if one is unknown, stands twice, or
  ///   is not encoded as it should be
  static Map<String, String> read(@Nullable String query, List<Param> known) {
    var read = new LinkedHashMap<String, String>();
    if (query == null || query.isEmpty()) {
      return read;
    }
    for (var pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (known.stream().noneMatch(p -> p.place() == Param.Place.QUERY && p.name().equals(name))) {
        throw Request.bad("the endpoint takes no parameter " + name, "query");
      }
      if (read.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
        throw Request.bad("the parameter " + name + " stands twice", "query");
      }
    }
    return read;
  }

  private static String decoded(String text) {
    return decoded(text, "query");
  }

  /// Undoes percent-encoding. A plus sign means itself, as it does outside of forms.
  ///
  /// @param where the text is, for the problem
  static String percentDecoded(String text, String where) {
    return decoded(text.replace("+", "%2B"), where);
  }

  private static String decoded(String text, String where) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Request.bad("the " + where + " is not percent-encoded as it should be", where);
    }
  }
}
