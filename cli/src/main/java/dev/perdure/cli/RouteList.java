package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Revision;
import dev.perdure.engine.ShadowCount;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists the route of each function, and for a shadow how often the candidate did the same.",
      "The revision is what `perdure route rollback` goes back to."
    },
    footer = {"", "Example:", "  perdure route list"})
final class RouteList extends DataCommand {
  RouteList(Terminal terminal) {
    super(terminal);
  }

  /// One function's route.
  private record Row(
      FunctionName function, Policy policy, long same, long different, long dropped) {}

  private record Routes(Revision revision, List<Row> rows) {}

  @Override
  Answer run() {
    try (var node = open()) {
      return answer(node.read(RouteList::routes));
    }
  }

  private static Routes routes(EngineState state) {
    var rows = new ArrayList<Row>();
    state
        .routes()
        .policies()
        .forEach((function, policy) -> {
          var count = count(state, function, policy);
          rows.add(
              new Row(
                  function,
                  policy,
                  count == null ? 0 : count.same(),
                  count == null ? 0 : count.different(),
                  count == null ? 0 : count.dropped()));
        });
    return new Routes(state.routes().revision(), rows);
  }

  private static @org.jspecify.annotations.Nullable ShadowCount count(
      EngineState state, FunctionName function, Policy policy) {
    return policy instanceof Policy.Shadow s
        ? state.shadows().get(new ShadowCount.Key(function, s.primary(), s.candidate()))
        : null;
  }

  private Answer answer(Routes routes) {
    var table = new Table(terminal, "FUNCTION", "ROUTE", "SAME", "DIFFERENT", "DROPPED");
    var data = new ArrayList<Data>();
    for (var row : routes.rows()) {
      var shadow = row.policy() instanceof Policy.Shadow;
      table.row(
          row.function().text(),
          Describe.policy(row.policy()),
          shadow ? String.valueOf(row.same()) : "",
          shadow ? String.valueOf(row.different()) : "",
          shadow ? String.valueOf(row.dropped()) : "");
      var function =
          Data.of("function", row.function()).with("routing", Policies.data(row.policy()));
      data.add(
          shadow
              ? function
                  .with("same", row.same())
                  .with("different", row.different())
                  .with("dropped", row.dropped())
              : function);
    }
    var lines = new ArrayList<>(table.lines());
    lines.add(terminal.dim("revision " + routes.revision()));
    return Answer.done(
        Data.of("revision", routes.revision().number()).with("functions", data), lines);
  }
}
