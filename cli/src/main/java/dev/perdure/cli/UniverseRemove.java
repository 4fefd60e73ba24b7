package dev.perdure.cli;

import dev.perdure.server.json.Data;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "remove",
    description = "Lets a version go that serves no route and no live task.",
    footer = {"", "Example:", "  perdure universe remove v1 --why \"all on v2\""})
final class UniverseRemove extends EngineCommand {
  @Parameters(paramLabel = "VERSION", description = "The version.")
  String version = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  UniverseRemove(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var engine = engine()) {
      engine.ask(Ask.delete("universes", version).with("why", why));
      return Answer.done(Data.of("removed", version), "removed " + version);
    }
  }
}
