package dev.perdure.cli;

import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = "Lists the deployed universes, their functions and who uses them.",
    footer = {"", "Example:", "  perdure universe list"})
final class UniverseList extends EngineCommand {
  private static final int HASH_CHARS = 12;

  UniverseList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var engine = engine()) {
      var all = engine.ask(Ask.get("universes").with("fresh", true)).fields();
      return answer(all, all.objects("universes"));
    }
  }

  private Answer answer(Fields all, List<Fields> universes) {
    var table = new Table(terminal, "VERSION", "HASH", "ROUTES", "LIVE TASKS", "FUNCTIONS");
    for (var universe : universes) {
      table.row(
          universe.text("version"),
          universe.text("hash").substring(0, HASH_CHARS),
          universe.text("routes"),
          universe.has("liveTasks") ? universe.text("liveTasks") : "?",
          String.join(" ", universe.texts("functions")));
    }
    return Answer.done(
        all.array("universes"),
        universes.isEmpty() ? List.of("Nothing is deployed.") : table.lines());
  }
}
