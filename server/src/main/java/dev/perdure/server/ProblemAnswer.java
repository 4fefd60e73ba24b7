package dev.perdure.server;

import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.value.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A problem as it is sent (RFC 9457): `type` and `title` for its code, `detail` for what happened,
/// and beside them `code`, `where` and `remedy` as everywhere in Perdure.
///
/// @param more further fields
record ProblemAnswer(Problem problem, int status, Data more) {
  static final String TYPE = "application/problem+json";
  private static final String RETRY_SECONDS = "1";

  static ProblemAnswer of(Problem problem) {
    return new ProblemAnswer(problem, HttpStatus.of(problem.code()), Data.empty());
  }

  static ProblemAnswer of(Refused refused) {
    return new ProblemAnswer(
        refused.problem(), HttpStatus.of(refused.problem().code()), refused.more());
  }

  byte[] body() {
    return Json.write(data()).getBytes(StandardCharsets.UTF_8);
  }

  private Data data() {
    var data = fields(problem).with("status", status);
    more.fields().forEach(data::with);
    return data;
  }

  /// The fields of a problem.
  static Data fields(Problem problem) {
    var code = problem.code().name();
    return Data.of("type", "urn:perdure:problem:" + code)
        .with("title", code.toLowerCase(Locale.ROOT).replace('_', ' '))
        .with("code", code)
        .with("detail", problem.what())
        .withAny("where", problem.where())
        .with("remedy", problem.remedy());
  }

  Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", TYPE);
    if (status == HttpStatus.UNAVAILABLE) {
      headers.put("Retry-After", RETRY_SECONDS);
    }
    if (problem.code() == ServerCode.TOKEN_REQUIRED) {
      headers.put("WWW-Authenticate", "Bearer realm=\"perdure\"");
    }
    if (more.fields().get("allow") instanceof String allow) {
      headers.put("Allow", allow);
    }
    return headers;
  }
}
