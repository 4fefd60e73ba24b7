package dev.perdure.cli;

import dev.perdure.server.Role;
import dev.perdure.server.TokenFile;
import dev.perdure.server.json.Data;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "create",
    description = {
      "Makes a token for the API of `perdure serve` and prints it, this once.",
      "Only its hash is kept. As soon as there is a token, every request needs one.",
      "A server that runs knows it at once."
    },
    footer = {"", "Example:", "  perdure token create --role operate --name ci"})
final class TokenCreate extends DataCommand {
  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "read; operate: also call and control tasks; deploy: also universes, routes.")
  Role role = Role.READ;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Tells it apart, in the log too. Default: the role.")
  String name = "";

  TokenCreate(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var called = name.isEmpty() ? role.name().toLowerCase(Locale.ROOT) : name;
    var now = Instant.ofEpochMilli(terminal.clock().millis());
    var token = TokenFile.in(existing()).create(called, role, now);
    return Answer.done(
        Data.of("name", called)
            .with("role", role.name().toLowerCase(Locale.ROOT))
            .with("token", token),
        List.of(token));
  }
}
