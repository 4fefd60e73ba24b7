package dev.perdure.cli;

import dev.perdure.server.Token;
import dev.perdure.server.TokenFile;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.Times;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = "Lists the tokens for the API: their names and roles, never their texts.",
    footer = {"", "Example:", "  perdure token list"})
final class TokenList extends DataCommand {
  TokenList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var tokens = TokenFile.in(existing()).list();
    var table = new Table(terminal, "NAME", "ROLE", "CREATED");
    for (var token : tokens) {
      table.row(token.name(), role(token), Times.second(token.created().toEpochMilli()));
    }
    return Answer.done(
        tokens.stream().map(TokenList::data).toList(),
        tokens.isEmpty() ? List.of("No token.") : table.lines());
  }

  private static String role(Token token) {
    return token.role().name().toLowerCase(Locale.ROOT);
  }

  private static Data data(Token token) {
    return Data.of("name", token.name()).with("role", role(token)).with("created", token.created());
  }
}
