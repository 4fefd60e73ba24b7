package dev.perdure.server;

import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;

/// The table of all endpoints.
final class Endpoints {
  private Endpoints() {}

  static List<Endpoint> of(Node node, ServerLimits limits, Flights flights) {
    return of(new Served(node, limits, flights, false, null));
  }

  static List<Endpoint> of(Served served) {
    var node = served.node();
    var limits = served.limits();
    var results = new Results(node, limits.times().waitMax());
    var table = new ArrayList<Endpoint>();
    table.addAll(new Functions(node, results).endpoints());
    table.addAll(new Tasks(node, results).endpoints());
    table.add(new TaskLists(served).endpoint());
    table.addAll(new TaskEnds(node, limits.times().waitMax()).endpoints());
    table.addAll(new TaskFiles(node, limits.sizes().jarMax()).endpoints());
    table.addAll(new Bulks(served).endpoints());
    table.add(new Backups(node).endpoint());
    table.add(new Compactions(node).endpoint());
    table.add(new Replays(node, served.extras()).endpoint());
    table.add(new Sql(served).endpoint());
    table.addAll(new Routes(node).endpoints());
    table.addAll(new Schedules(node).endpoints());
    table.addAll(new Queues(node).endpoints());
    table.addAll(new Universes(node, limits.sizes().jarMax(), served.alone()).endpoints());
    table.addAll(new Events(node, limits.times(), served.flights()).endpoints());
    table.add(new LineLists(node, served).endpoint());
    table.add(new LineStream(node, limits.times(), served.flights()).endpoint());
    table.add(new LogRecords(node.log()).endpoint());
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
