package dev.perdure.cli;

import dev.perdure.server.json.Data;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "fork",
    description = {
      "Says that this data directory, a copy, goes on beside the one that it is a copy of.",
      "What was under way when the copy was made is then done by both."
    },
    footer = {"", "Example:", "  perdure log fork --data copy --why \"for a test\""})
final class LogFork extends OpeningCommand {
  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  LogFork(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var node = open()) {
      var fork = node.fork(change(why)).toString();
      return Answer.done(Data.of("fork", fork), "goes on as fork " + fork);
    }
  }
}
