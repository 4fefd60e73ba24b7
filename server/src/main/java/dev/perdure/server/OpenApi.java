package dev.perdure.server;

import dev.perdure.server.json.Data;
import dev.perdure.server.view.MomentView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes the table of endpoints down as OpenAPI 3.1 says.
final class OpenApi {
  private static final Schema TASK =
      Schema.object()
          .with("id", Schema.id())
          .with("function", Schema.text())
          .with("version", Schema.text())
          .with("status", Schema.words(TaskFilters.statuses()))
          .with("started", Schema.time())
          .withAny("about", Schema.text())
          .withAny("arguments", Schema.array(Schema.any()))
          .withAny("argumentsEdn", Schema.text())
          .withAny("key", Schema.text())
          .withAny("traceId", Schema.text())
          .withAny("parent", Schema.id())
          .withAny("children", Schema.array(Schema.id()))
          .withAny("overrides", Schema.map(Schema.text()))
          .withAny("events", Schema.integer())
          .withAny("history", Schema.array(Schema.named("Event")))
          .withAny(
              "outcome",
              Schema.object()
                  .withAny("returned", Schema.any())
                  .withAny("edn", Schema.text())
                  .withAny("threw", Schema.text())
                  .withAny("message", Schema.text())
                  .withAny("fields", Schema.any())
                  .withAny("fieldsEdn", Schema.text())
                  .withAny("trace", Schema.array(Schema.text()))
                  .withAny("cancelled", Schema.text()));
  private static final Schema LINE =
      Schema.object()
          .with("offset", Schema.integer())
          .with("at", Schema.time())
          .with("level", Schema.text())
          .with("task", Schema.id())
          .with("traceId", Schema.text())
          .with("function", Schema.text())
          .with("version", Schema.text())
          .withAny("position", Schema.text())
          .with("text", Schema.text());
  private static final Schema EVENT =
      Schema.object()
          .with("offset", Schema.integer())
          .with("event", Schema.text())
          .withAny("at", Schema.time())
          .withAny("epoch", Schema.integer())
          .withAny("task", Schema.id())
          .with("text", Schema.text());
  private static final Schema MOMENT =
      Schema.object()
          .with("number", Schema.integer())
          .with("kind", Schema.words(MomentView.kinds()))
          .withAny("name", Schema.text())
          .with("place", Schema.text())
          .withAny("at", Schema.text())
          .withAny("standsIn", Schema.truth())
          .withAny("asked", Schema.text())
          .withAny("arguments", Schema.array(Schema.any()))
          .withAny("outcome", Schema.object())
          .withAny("why", Schema.text())
          .withAny("divergence", Schema.object())
          .with("lines", Schema.integer())
          .with("depth", Schema.integer())
          .with(
              "stack",
              Schema.array(
                  Schema.object()
                      .with("function", Schema.text())
                      .with("version", Schema.text())
                      .withAny("at", Schema.text())));
  private static final Schema ROUTING =
      Schema.object()
          .with("mode", Schema.words(List.of("primary", "shadow", "percent", "attribute")))
          .with("primary", Schema.text())
          .withAny("shadow", Schema.text())
          .withAny("sample", Schema.number())
          .withAny("candidate", Schema.text())
          .withAny("percent", Schema.number())
          .withAny(
              "stop",
              Schema.object().with("percent", Schema.number()).withAny("atLeast", Schema.integer()))
          .withAny("attribute", Schema.text())
          .withAny("versions", Schema.any());
  private static final Schema PROBLEM =
      Schema.object()
          .with("type", Schema.text())
          .with("title", Schema.text())
          .with("status", Schema.integer())
          .with("code", Schema.text())
          .with("detail", Schema.text())
          .withAny("where", Schema.text())
          .with("remedy", Schema.text());

  private final List<Endpoint> table;

  OpenApi(List<Endpoint> table) {
    this.table = new ArrayList<>(table);
  }

  /// Adds an endpoint, such as the one that answers with the description itself.
  Endpoint include(Endpoint endpoint) {
    table.add(endpoint);
    return endpoint;
  }

  Data document() {
    return Data.of("openapi", "3.1.0")
        .with("info", Data.of("title", "Perdure").with("version", "1"))
        .with("paths", paths())
        .with(
            "components",
            Data.of(
                    "schemas",
                    Data.of("Task", TASK.data())
                        .with("Event", EVENT.data())
                        .with("Line", LINE.data())
                        .with("Moment", MOMENT.data())
                        .with("Routing", ROUTING.data())
                        .with("Problem", PROBLEM.data()))
                .with(
                    "securitySchemes",
                    Data.of("token", Data.of("type", "http").with("scheme", "bearer"))));
  }

  private Map<String, Data> paths() {
    var paths = new LinkedHashMap<String, Data>();
    for (var endpoint : table) {
      paths
          .computeIfAbsent(endpoint.target().path().toString(), _ -> Data.empty())
          .with(endpoint.target().verb().name().toLowerCase(Locale.ROOT), operation(endpoint));
    }
    return paths;
  }

  private static Data operation(Endpoint endpoint) {
    var shape = endpoint.shape();
    var data =
        Data.of("summary", shape.summary())
            .with("operationId", operationId(endpoint))
            .with("parameters", parameters(endpoint));
    if (shape.body().type() != null) {
      data.with(
          "requestBody",
          Data.of("description", shape.body().says()).with("content", content(shape.body())));
    }
    var responses = Data.empty();
    for (var reply : shape.replies()) {
      responses.with(
          Integer.toString(reply.status()),
          Data.of("description", reply.says())
              .with("content", content(reply.type(), reply.schema())));
    }
    responses.with(
        "default",
        Data.of("description", "A problem (RFC 9457).")
            .with("content", content(ProblemAnswer.TYPE, Schema.named("Problem"))));
    data.with("responses", responses);
    var role = endpoint.access().role();
    return role == null
        ? data.with("security", List.of())
        : data.with("security", List.of(Data.empty(), Data.of("token", List.of())))
            .with("x-perdure-role", role.name().toLowerCase(Locale.ROOT));
  }

  /// Such as `postTasksCancel`.
  private static String operationId(Endpoint endpoint) {
    var id = new StringBuilder(endpoint.target().verb().name().toLowerCase(Locale.ROOT));
    for (var segment : endpoint.target().path().segments()) {
      if (!segment.equals("v1")) {
        var word = segment.replaceAll("[{}]", "").replaceAll("\\W.*", "");
        id.append(segment.startsWith("{") ? "By" : "")
            .append(Character.toUpperCase(word.charAt(0)))
            .append(word.substring(1));
      }
    }
    return id.toString();
  }

  private static List<Data> parameters(Endpoint endpoint) {
    var parameters = new ArrayList<Data>();
    for (var name : endpoint.target().path().variables()) {
      parameters.add(
          Data.of("name", name)
              .with("in", "path")
              .with("required", true)
              .with("schema", Schema.text().data()));
    }
    for (var param : endpoint.shape().params()) {
      parameters.add(
          Data.of("name", param.name())
              .with("in", param.place().name().toLowerCase(Locale.ROOT))
              .with("description", param.says())
              .with("schema", param.schema().data()));
    }
    return parameters;
  }

  private static Data content(Body body) {
    var content = content(String.valueOf(body.type()), body.schema());
    return body.edn() ? content.with(Body.EDN, Data.of("schema", Schema.text().data())) : content;
  }

  private static Data content(String type, Schema schema) {
    return Data.of(type, Data.of("schema", schema.data()));
  }
}
