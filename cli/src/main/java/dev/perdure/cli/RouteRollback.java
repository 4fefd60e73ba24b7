package dev.perdure.cli;

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
final class RouteRollback extends EngineCommand {
  @Parameters(paramLabel = "REVISION", description = "The revision, such as r3.")
  String revision = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  RouteRollback(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    long to = number();
    try (var engine = engine()) {
      var done =
          engine.ask(Ask.post("routes", "rollback").with("to", to).with("why", why)).fields();
      var now = done.text("revision");
      return Answer.done(
          Data.of("to", to)
              .with("changed", done.truth("changed"))
              .with("revision", done.number("revision")),
          done.truth("changed")
              ? "the routes are as at r" + to + " (revision r" + now + ")"
              : "the routes are so already");
    }
  }

  private long number() {
    var digits = revision.startsWith("r") ? revision.substring(1) : revision;
    try {
      long number = Long.parseLong(digits);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw usage(revision + " is no revision; they look like r3");
  }
}
