package dev.perdure.server;

import dev.perdure.engine.Revision;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.view.RouteFile;
import dev.perdure.server.view.RouteView;
import java.util.List;

/// Looks at routes and changes them.
final class Routes {
  private static final Param WHY = Param.query("why", Schema.text(), "The reason, for the log.");
  private static final Schema ROUTES =
      Schema.object()
          .with("revision", Schema.integer())
          .with(
              "functions",
              Schema.array(
                  Schema.object()
                      .with("function", Schema.text())
                      .with("routing", Schema.named("Routing"))
                      .withAny(
                          "trial",
                          Schema.object()
                              .with("counted", Schema.integer())
                              .with("bad", Schema.integer()))
                      .withAny("same", Schema.integer())
                      .withAny("different", Schema.integer())
                      .withAny("dropped", Schema.integer())));
  private static final Schema CHANGED =
      Schema.object().with("changed", Schema.truth()).with("revision", Schema.integer());

  private final Node node;

  Routes(Node node) {
    this.node = node;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/routes", "Lists the route of each function.", this::list)
            .giving(
                Reply.json(HttpStatus.OK, ROUTES, "The routes, and how their shadows compare.")),
        Endpoint.post(
                "/v1/routes",
                Role.DEPLOY,
                "Sets the routes of some functions, all at once; twice is no change.",
                this::set)
            .taking(
                Param.query("running", Schema.truth(), "Bind the tasks that run already, too."),
                WHY)
            .reading(
                Body.json(
                    Schema.object()
                        .with(
                            "functions",
                            Schema.map(Schema.object().with("routing", Schema.named("Routing")))),
                    "What `perdure route apply` reads from a file."))
            .giving(Reply.json(HttpStatus.OK, CHANGED, "Whether anything changed.")),
        Endpoint.post(
                "/v1/routes/rollback",
                Role.DEPLOY,
                "Sets all routes back to a former revision, as a new revision.",
                this::rollback)
            .taking(Param.query("to", Schema.integer(), "The revision. Must be given."), WHY)
            .giving(Reply.json(HttpStatus.OK, CHANGED, "Whether anything changed.")),
        Endpoint.get(
                "/v1/shadows",
                "Lists how often candidates did the same as their primaries.",
                this::shadows)
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object()
                        .with(
                            "shadows",
                            Schema.array(
                                Schema.object()
                                    .with("function", Schema.text())
                                    .with("primary", Schema.text())
                                    .with("candidate", Schema.text())
                                    .with("same", Schema.integer())
                                    .with("different", Schema.integer())
                                    .with("dropped", Schema.integer())
                                    .with("differences", Schema.array(Schema.integer()))))
                        .with("unfinished", Schema.integer()),
                    "All comparisons; `differences` are the offsets of their newest events.")));
  }

  private Answer list(Request request) {
    return Answer.ok(node.read(RouteView::of).data());
  }

  private Answer set(Request request) {
    var policies = RouteFile.read(JsonDoc.of(JsonReader.read(request.body()), "body"));
    var before = revision();
    node.route(policies, request.truth("running"), request.change());
    return changed(before);
  }

  private Answer rollback(Request request) {
    if (request.query("to") == null) {
      throw Request.bad("the revision to roll back to is missing", "to");
    }
    long to = request.integer("to", 0, 0, Integer.MAX_VALUE);
    var before = revision();
    node.rollback(new Revision(to), request.change());
    return changed(before);
  }

  private Revision revision() {
    return node.read(state -> state.routes().revision());
  }

  private Answer changed(Revision before) {
    var now = revision();
    return Answer.ok(Data.of("changed", !now.equals(before)).with("revision", now.number()));
  }

  private Answer shadows(Request request) {
    return Answer.ok(
        Data.of("shadows", node.read(RouteView::shadows))
            .with("unfinished", node.shadowFigures().unfinished()));
  }
}
