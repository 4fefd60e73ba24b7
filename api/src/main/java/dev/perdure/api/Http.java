package dev.perdure.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Calls services over HTTP.
///
/// A request is performed **at least once**: if the engine's process dies between the service's
/// answer and its record, the request is sent again. Every try carries the same header
/// `Idempotency-Key`, the [IdempotencyKey] of the effect; a service that remembers the keys it has
/// seen does the work once. The task's code sees one answer, however many tries there were.
///
/// Request and answer become part of the task's history, with all their headers. Secrets belong to
/// the implementation, which adds them on the way out.
///
/// An answer of any status is returned. What is thrown is [HttpNotSent] or [HttpNoAnswer].
@Effect
public interface Http {
  /// Sends a request.
  Response send(Request request);

  /// Reads something. May be repeated without harm, so that the task need not wait until it is on
  /// disk.
  @ReadOnly
  Response get(String uri, Map<String, List<String>> headers);

  /// Reads something, with no headers of its own.
  default Response get(String uri) {
    return get(uri, Map.of());
  }

  /// What is asked of a service.
  ///
  /// @param method such as `POST`
  /// @param uri absolute, with the scheme `http` or `https`
  /// @param headers by name; names are in lower case
  record Request(String method, String uri, Map<String, List<String>> headers, Body body) {
    public Request {
      headers = lowerCase(headers);
    }

    /// A `POST` of a text.
    public static Request post(String uri, String text) {
      return new Request("POST", uri, Map.of(), new Body.Text(text));
    }

    /// A `PUT` of a text.
    public static Request put(String uri, String text) {
      return new Request("PUT", uri, Map.of(), new Body.Text(text));
    }

    /// A `DELETE`.
    public static Request delete(String uri) {
      return new Request("DELETE", uri, Map.of(), new Body.None());
    }

    /// The same with another header; it replaces one of the same name.
    public Request withHeader(String name, String value) {
      var more = new TreeMap<>(headers);
      more.put(name.toLowerCase(Locale.ROOT), List.of(value));
      return new Request(method, uri, more, body);
    }
  }

  /// What a service answered.
  ///
  /// @param status 100 to 599
  /// @param headers by name; names are in lower case
  record Response(int status, Map<String, List<String>> headers, Body body) {
    public Response {
      headers = lowerCase(headers);
    }

    /// Whether the status says that it was done: 200 to 299.
    public boolean ok() {
      return status >= 200 && status < 300;
    }

    /// The first value of a header, whose name is taken in any case.
    public Optional<String> header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /// The body as text; bytes are read as UTF-8.
    public String text() {
      return body.text();
    }
  }

  /// What a request or an answer carries.
  sealed interface Body {
    /// Nothing.
    record None() implements Body {}

    /// Text, sent as UTF-8.
    record Text(String content) implements Body {}

    /// Bytes; equal if all of them are.
    @SuppressWarnings("ArrayRecordComponent") // compared by content below
    record Bytes(byte[] content) implements Body {
      @Override
      public boolean equals(@Nullable Object o) {
        return o instanceof Bytes other && Arrays.equals(content, other.content);
      }

      @Override
      public int hashCode() {
        return Arrays.hashCode(content);
      }
    }

    /// As text; bytes are read as UTF-8.
    default String text() {
      return switch (this) {
        case None _ -> "";
        case Text(var content) -> content;
        case Bytes(var content) -> new String(content, StandardCharsets.UTF_8);
      };
    }
  }

  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    var lower = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return Collections.unmodifiableMap(lower);
  }
}
