package dev.perdure.cli;

import dev.perdure.log.aes.KeyFile;
import dev.perdure.server.json.Data;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "new",
    description = {
      "Makes a file with a fresh key, which only its owner can read. It replaces no file.",
      "Whoever loses it loses all that it encrypts: keep a copy, apart from those of the data.",
      "It cannot lie within a data directory or a backup: a copy of that would hold the key."
    },
    footer = {"", "Example:", "  perdure key new /etc/perdure/shop.keys"})
final class KeyNew extends Command {
  @Parameters(paramLabel = "FILE", description = "The file of keys.")
  Path file = Path.of("");

  KeyNew(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var place = terminal.resolve(file);
    new KeyPlace(place).check(DataCommand.usual(terminal));
    var key = new KeyFile(place).create();
    return Answer.done(
        Data.of("key", key).with("file", place),
        List.of("key " + key + " in the new file " + place));
  }
}
