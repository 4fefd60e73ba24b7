package dev.perdure.cli;

import dev.perdure.server.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request of an engine's API (docs/guide/server.md).
///
/// @param path percent-encoded
/// @param headers by name
/// @param content null: none
record Ask(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable Content content) {

  /// A body.
  static final class Content {
    private final String type;
    private final byte[] bytes;

    /// @param type its media type
    Content(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    String type() {
      return type;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /// @param segments of the path behind the API's version, such as `tasks` and an id
  static Ask get(String... segments) {
    return of("GET", segments);
  }

  static Ask post(String... segments) {
    return of("POST", segments);
  }

  static Ask delete(String... segments) {
    return of("DELETE", segments);
  }

  private static Ask of(String method, String... segments) {
    var path =
        Arrays.stream(segments).map(Ask::encoded).collect(Collectors.joining("/", "/v1/", ""));
    return new Ask(method, path, Map.of(), Map.of(), null);
  }

  /// Text as it stands in a path or a query.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The same with a parameter, unless that is null or empty.
  Ask with(String name, @Nullable Object value) {
    if (value == null || value.equals("")) {
      return this;
    }
    var more = new LinkedHashMap<>(query);
    more.put(name, value.toString());
    return new Ask(method, path, more, headers, content);
  }

  /// The same with a header, unless that is null or empty.
  Ask withHeader(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return this;
    }
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Ask(method, path, query, more, content);
  }

  /// The same with a body.
  Ask with(Content newContent) {
    return new Ask(method, path, query, headers, newContent);
  }

  /// The same with a body in JSON.
  ///
  /// @param data what [Json] writes
  Ask withJson(Object data) {
    return with(new Content("application/json", Json.write(data).getBytes(StandardCharsets.UTF_8)));
  }

  /// The same with a value in EDN.
  Ask withEdn(Object value) {
    return with(new Content("application/edn", value.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /// The query as it is sent; null if there is none.
  @Nullable String queryText() {
    return query.isEmpty()
        ? null
        : query.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
  }
}
