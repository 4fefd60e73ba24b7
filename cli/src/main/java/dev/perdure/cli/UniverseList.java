package dev.perdure.cli;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = "Lists the deployed universes, their functions and who uses them.",
    footer = {"", "Example:", "  perdure universe list"})
final class UniverseList extends DataCommand {
  UniverseList(Terminal terminal) {
    super(terminal);
  }

  /// One universe.
  private record Row(
      Version version, String hash, List<String> functions, long tasks, long routes) {}

  @Override
  Answer run() {
    try (var node = open()) {
      return answer(node.read(UniverseList::rows));
    }
  }

  private static List<Row> rows(EngineState state) {
    var rows = new ArrayList<Row>();
    state
        .universes()
        .forEach((version, info) ->
            rows.add(
                new Row(
                    version,
                    info.hash().toString(),
                    info.functions().keySet().stream().map(Object::toString).toList(),
                    state.tasks().values().stream().filter(t -> state.needs(t, version)).count(),
                    state.routes().policies().values().stream()
                        .filter(p -> p.versions().contains(version))
                        .count())));
    return rows;
  }

  private Answer answer(List<Row> rows) {
    var table = new Table(terminal, "VERSION", "HASH", "ROUTES", "LIVE TASKS", "FUNCTIONS");
    for (var row : rows) {
      table.row(
          row.version().text(),
          row.hash().substring(0, 12),
          String.valueOf(row.routes()),
          String.valueOf(row.tasks()),
          String.join(" ", row.functions()));
    }
    var data =
        rows.stream()
            .map(row ->
                Data.of("version", row.version())
                    .with("hash", row.hash())
                    .with("routes", row.routes())
                    .with("liveTasks", row.tasks())
                    .with("functions", row.functions()))
            .collect(Collectors.toList());
    return Answer.done(data, rows.isEmpty() ? List.of("Nothing is deployed.") : table.lines());
  }
}
