package dev.perdure.server;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Revision;
import dev.perdure.engine.RouteTable;
import dev.perdure.engine.Version;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.view.JsonDoc;
import dev.perdure.server.view.Policies;
import dev.perdure.server.view.RouteFile;
import dev.perdure.server.view.RouteView;
import dev.perdure.value.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
                              .with("bad", Schema.integer())
                              .with("text", Schema.text()))
                      .withAny("same", Schema.integer())
                      .withAny("different", Schema.integer())
                      .withAny("dropped", Schema.integer())
                      .withAny("waiting", Schema.integer())));
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
                Param.query("check", Schema.truth(), "Only say what would change."),
                WHY)
            .reading(
                Body.json(
                    Schema.object()
                        .with(
                            "functions",
                            Schema.map(Schema.object().with("routing", Schema.named("Routing")))),
                    "What `perdure route apply` reads from a file."))
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    CHANGED.with(
                        "changes",
                        Schema.array(
                            Schema.object()
                                .with("function", Schema.text())
                                .withAny("from", Schema.named("Routing"))
                                .with("to", Schema.named("Routing")))),
                    "Whether anything changed, and what did or would.")),
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
    var waiting = node.unfinishedShadows();
    return Answer.ok(node.read(state -> RouteView.of(state, waiting)).data());
  }

  private Answer set(Request request) {
    var policies = RouteFile.read(JsonDoc.of(JsonReader.read(request.body()), "body"));
    var before = node.read(EngineState::routes);
    if (request.truth("check")) {
      node.read(state -> checkServed(state, policies));
    } else {
      node.route(policies, request.truth("running"), request.change());
    }
    return Answer.ok(changed(before.revision()).with("changes", changes(before, policies)));
  }

  /// What the engine would refuse.
  private static boolean checkServed(EngineState state, Map<FunctionName, Policy> wanted) {
    wanted.forEach((function, policy) ->
        policy.versions().forEach(version -> checkServed(state, function, version)));
    return true;
  }

  private static void checkServed(EngineState state, FunctionName function, Version version) {
    var universe = state.universes().get(version);
    if (universe == null) {
      throw Problem.of(
              EngineCode.UNKNOWN_VERSION,
              "no universe is deployed as " + version,
              "Deploy it first, or name one of " + state.universes().keySet())
          .exception();
    }
    if (!universe.functions().containsKey(function)) {
      throw Problem.of(
              EngineCode.UNKNOWN_FUNCTION,
              "version " + version + " has no function " + function,
              "Name one of its functions " + universe.functions().keySet())
          .exception();
    }
  }

  private static List<Data> changes(RouteTable before, Map<FunctionName, Policy> wanted) {
    var changes = new ArrayList<Data>();
    new TreeMap<>(wanted)
        .forEach((function, to) -> {
          var from = before.policy(function);
          if (!to.equals(from)) {
            changes.add(
                Data.of("function", function)
                    .with("from", from == null ? null : Policies.data(from))
                    .with("to", Policies.data(to)));
          }
        });
    return changes;
  }

  private Answer rollback(Request request) {
    if (request.query("to") == null) {
      throw Request.bad("the revision to roll back to is missing", "to");
    }
    long to = request.integer("to", 0, 0, Integer.MAX_VALUE);
    var before = revision();
    node.rollback(new Revision(to), request.change());
    return Answer.ok(changed(before));
  }

  private Revision revision() {
    return node.read(state -> state.routes().revision());
  }

  private Data changed(Revision before) {
    var now = revision();
    return Data.of("changed", !now.equals(before)).with("revision", now.number());
  }

  private Answer shadows(Request request) {
    return Answer.ok(
        Data.of("shadows", node.read(RouteView::shadows))
            .with("unfinished", node.shadowFigures().unfinished()));
  }
}
