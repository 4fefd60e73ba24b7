package dev.perdure.cli;

import dev.perdure.engine.Revision;
import dev.perdure.server.json.Data;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "rollback",
    description = {
      "Sets all routes back to a former revision, as a new revision.",
      "Functions that were not routed then keep their route."
    },
    footer = {"", "Example:", "  perdure route rollback r3 --why \"v2 is slow\""})
final class RouteRollback extends DataCommand {
  @Parameters(paramLabel = "REVISION", description = "The revision, such as r3.")
  String revision = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  RouteRollback(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var to = new Revision(number());
    try (var node = open()) {
      var before = node.read(state -> state.routes().revision());
      node.rollback(to, change(why));
      var now = node.read(state -> state.routes().revision());
      return Answer.done(
          Data.of("to", to.number())
              .with("changed", !now.equals(before))
              .with("revision", now.number()),
          now.equals(before)
              ? "the routes are so already"
              : "the routes are as at " + to + " (revision " + now + ")");
    }
  }

  private long number() {
    var digits = revision.startsWith("r") ? revision.substring(1) : revision;
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException _) {
      throw usage(revision + " is no revision; they look like r3");
    }
  }
}
