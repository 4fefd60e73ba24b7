package dev.perdure.cli;

import java.util.ArrayList;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists the route of each function, and for a shadow how often the candidate did the same.",
      "WAITING are calls for which it is still to be run.",
      "The revision is what `perdure route rollback` goes back to."
    },
    footer = {"", "Example:", "  perdure route list"})
final class RouteList extends EngineCommand {
  RouteList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var engine = engine()) {
      return answer(engine.ask(Ask.get("routes")).fields());
    }
  }

  private Answer answer(Fields routes) {
    var table = new Table(terminal, "FUNCTION", "ROUTE", "SAME", "DIFFERENT", "DROPPED", "WAITING");
    for (var route : routes.objects("functions")) {
      table.row(
          route.text("function"),
          route(route),
          route.text("same"),
          route.text("different"),
          route.text("dropped"),
          route.text("waiting"));
    }
    var lines = new ArrayList<>(table.lines());
    lines.add(terminal.dim("revision r" + routes.text("revision")));
    return Answer.done(routes.tree(), lines);
  }

  private static String route(Fields route) {
    var policy = Routing.text(route.object("routing"));
    var trial = route.object("trial");
    return trial == null ? policy : policy + " (" + trial.text("text") + ")";
  }
}
