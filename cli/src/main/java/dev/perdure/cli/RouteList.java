package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.server.view.RouteView;
import java.util.ArrayList;
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

  @Override
  Answer run() {
    try (var node = open()) {
      return answer(node.read(RouteView::of));
    }
  }

  private Answer answer(RouteView routes) {
    var table = new Table(terminal, "FUNCTION", "ROUTE", "SAME", "DIFFERENT", "DROPPED");
    for (var row : routes.rows()) {
      var shadow = row.shadow();
      table.row(
          row.function().text(),
          route(row),
          shadow == null ? "" : String.valueOf(shadow.same()),
          shadow == null ? "" : String.valueOf(shadow.different()),
          shadow == null ? "" : String.valueOf(shadow.dropped()));
    }
    var lines = new ArrayList<>(table.lines());
    lines.add(terminal.dim("revision " + routes.revision()));
    return Answer.done(routes.data(), lines);
  }

  private static String route(RouteView.Row row) {
    var policy = Describe.policy(row.policy());
    return row.trial() == null ? policy : policy + " (" + row.trial().text() + ")";
  }
}
