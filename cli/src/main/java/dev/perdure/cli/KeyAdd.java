package dev.perdure.cli;

import dev.perdure.log.aes.KeyFile;
import dev.perdure.server.json.Data;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "add",
    description = {
      "Adds a fresh key to a file, which encrypts from the next start of the engine on.",
      "The keys before stay in it, for what they have encrypted."
    },
    footer = {"", "Example:", "  perdure key add /etc/perdure/shop.keys"})
final class KeyAdd extends Command {
  @Parameters(paramLabel = "FILE", description = "The file of keys.")
  Path file = Path.of("");

  KeyAdd(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var place = terminal.resolve(file);
    var key = new KeyFile(place).add();
    return Answer.done(
        Data.of("key", key).with("file", place),
        List.of("key " + key + " is the newest: start the engine again to encrypt with it"));
  }
}
