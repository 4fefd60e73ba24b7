package dev.perdure.cli;

import dev.perdure.server.view.UniverseView;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = "Lists the deployed universes, their functions and who uses them.",
    footer = {"", "Example:", "  perdure universe list"})
final class UniverseList extends DataCommand {
  UniverseList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var node = open()) {
      return answer(node.read(UniverseView::counted));
    }
  }

  private Answer answer(List<UniverseView> rows) {
    var table = new Table(terminal, "VERSION", "HASH", "ROUTES", "LIVE TASKS", "FUNCTIONS");
    for (var row : rows) {
      table.row(
          row.version().text(),
          row.hash().substring(0, 12),
          String.valueOf(row.routes()),
          String.valueOf(row.tasks()),
          String.join(" ", row.functions()));
    }
    return Answer.done(
        rows.stream().map(UniverseView::data).toList(),
        rows.isEmpty() ? List.of("Nothing is deployed.") : table.lines());
  }
}
