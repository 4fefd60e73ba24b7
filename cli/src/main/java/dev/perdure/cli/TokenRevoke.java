package dev.perdure.cli;

import dev.perdure.server.TokenFile;
import dev.perdure.server.json.Data;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "revoke",
    description = {
      "Makes a token worthless, for a server that runs at its next request.",
      "With the last one gone nobody gets in until another is created."
    },
    footer = {"", "Example:", "  perdure token revoke ci"})
final class TokenRevoke extends DataCommand {
  @Parameters(paramLabel = "NAME", description = "Its name.")
  String name = "";

  TokenRevoke(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    TokenFile.in(existing()).revoke(name);
    return Answer.done(Data.of("revoked", name), "revoked " + name);
  }
}
