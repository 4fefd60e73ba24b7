package dev.perdure.server;

import dev.perdure.engine.Change;
import dev.perdure.value.Edn;
import dev.perdure.value.Limits;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.Value;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request that was admitted, as its endpoint reads it.
final class Request {
  private final Exchange exchange;
  private final Caller caller;
  private final Map<String, String> variables;
  private final Map<String, String> query;
  private final Bodies.Held body;

  /// @param variables of the path
  /// @param query its parameters, all of which the endpoint knows
  Request(
      Exchange exchange,
      Caller caller,
      Map<String, String> variables,
      Map<String, String> query,
      Bodies.Held body) {
    this.exchange = exchange;
    this.caller = caller;
    this.variables = variables;
    this.query = query;
    this.body = body;
  }

  /// A variable of the path.
  String variable(String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  /// A parameter of the query; null if it is not there.
  @Nullable String query(String name) {
    return query.get(name);
  }

  /// A parameter that must be there.
  ///
  /// @throws PerdureException `BAD_REQUEST`
  String needed(String name) {
    var value = query.get(name);
    if (value == null) {
      throw bad(name + " is missing", name);
    }
    return value;
  }

  /// A header; null if it is not there.
  @Nullable String header(String name) {
    return exchange.header(name);
  }

  /// A header that says one thing; null if it is not there.
  ///
  /// @throws PerdureException `BAD_REQUEST` if it is there more than once, or is empty
  @Nullable String single(String name) {
    var values = exchange.headers(name);
    if (values.size() > 1) {
      throw bad("the header " + name + " is there " + values.size() + " times, not once", name);
    }
    if (!values.isEmpty() && values.getFirst().isBlank()) {
      throw bad("the header " + name + " is empty", name);
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  /// A parameter that is an integer.
  ///
  /// @throws PerdureException `BAD_REQUEST` if it is none, or out of bounds
  long integer(String name, long otherwise, long min, long max) {
    var text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw bad(name + " is an integer from " + min + " to " + max + ", not " + text, name);
  }

  /// A parameter that is `true` or `false`; false if it is not there.
  ///
  /// @throws PerdureException `BAD_REQUEST` if it is neither
  boolean truth(String name) {
    return switch (query.get(name)) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      case String other -> throw bad(name + " is true or false, not " + other, name);
    };
  }

  /// A request that its endpoint does not understand.
  ///
  /// @param where the parameter, header or field
  static PerdureException bad(String what, String where) {
    return new Problem(
            ServerCode.BAD_REQUEST,
            what,
            where,
            "Look up what the endpoint takes, in /v1/openapi.json or docs/guide/server.md")
        .exception();
  }

  /// The media type of a request's body; empty if it is not said.
  static String media(Exchange exchange) {
    var type = exchange.header("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /// A string may be as long as the body, as in JSON.
  private static final Limits EDN = Limits.OUTSIDE.withTokenMax(Limits.OUTSIDE.bytesMax());

  /// Whether the body is EDN.
  boolean isEdn() {
    return media(exchange).equals(Body.EDN);
  }

  /// The body as one value of EDN.
  ///
  /// @throws PerdureException a code of EDN, with the place
  Value edn() {
    return Edn.read(new String(body(), StandardCharsets.UTF_8), "body", EDN);
  }

  /// The whole body.
  ///
  /// @throws PerdureException `REQUEST_TOO_LARGE`, `OVERLOADED`
  byte[] body() {
    return body.bytes();
  }

  /// The body, to be read piece by piece.
  InputStream stream() {
    return exchange.body();
  }

  /// Who makes a change, and why they say they do.
  Change change() {
    return new Change(caller.name(), query.getOrDefault("why", ""));
  }
}
