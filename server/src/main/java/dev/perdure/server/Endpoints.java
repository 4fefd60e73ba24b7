package dev.perdure.server;

import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;

/// The table of all endpoints.
final class Endpoints {
  private Endpoints() {}

  static List<Endpoint> of(Node node, ServerLimits limits, Flights flights) {
    var results = new Results(node, limits.times().waitMax());
    var table = new ArrayList<Endpoint>();
    table.addAll(new Functions(node, results).endpoints());
    table.addAll(new Tasks(node, results).endpoints());
    table.addAll(new Routes(node).endpoints());
    table.addAll(new Schedules(node).endpoints());
    table.addAll(new Queues(node).endpoints());
    table.addAll(new Universes(node, limits.sizes().jarMax()).endpoints());
    table.addAll(new Events(node, limits.times(), flights).endpoints());
    table.add(health(node));
    var description = new OpenApi(table);
    table.add(
        description.include(
            Endpoint.get(
                    "/v1/openapi.json",
                    "Describes this API (OpenAPI 3.1).",
                    _ -> Answer.ok(description.document()))
                .giving(Reply.json(HttpStatus.OK, Schema.object(), "The description."))));
    return table;
  }

  /// Answers only if the engine does: what is asked waits until all before it is durable.
  private static Endpoint health(Node node) {
    return Endpoint.get(
            "/v1/health",
            "Says whether the engine answers; needs no token.",
            _ -> {
              node.read(state -> state.lastOffset());
              return Answer.ok(Data.of("status", "ok"));
            })
        .forAnybody()
        .weighing(Load.NONE)
        .giving(
            Reply.json(
                HttpStatus.OK,
                Schema.object().with("status", Schema.text()),
                "The engine answers."));
  }
}
