package dev.perdure.cli;

import dev.perdure.engine.OwnerId;
import dev.perdure.server.json.Data;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "accept",
    description = {
      "Says that this data directory goes on in the place of a copy of it that is lost.",
      "What the copy wrote to databases is then gone on from. The copy must not run any more."
    },
    footer = {"", "Example:", "  perdure log accept 01f27c3a9be4d650 --why \"restored\""})
final class LogAccept extends OpeningCommand {
  @Parameters(paramLabel = "OWNER", description = "The owner that SQL_FENCED names.")
  String owner = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  LogAccept(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var accepted = read(owner);
    try (var node = open()) {
      node.accept(accepted, change(why));
      return Answer.done(Data.of("accepted", accepted.toString()), "goes on from " + accepted);
    }
  }

  private static OwnerId read(String text) {
    try {
      return OwnerId.parse(text);
    } catch (IllegalArgumentException e) {
      throw problem(
              CliCode.USAGE,
              "an owner is written as 16 hexadecimal digits, not " + text,
              "Copy it from the message of SQL_FENCED")
          .exception();
    }
  }
}
