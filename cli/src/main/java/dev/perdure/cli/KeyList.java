package dev.perdure.cli;

import dev.perdure.log.aes.KeyFile;
import dev.perdure.server.json.Data;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists the names of the keys in a file, oldest first. The last one encrypts, all decrypt."
    },
    footer = {"", "Example:", "  perdure key list /etc/perdure/shop.keys"})
final class KeyList extends Command {
  @Parameters(paramLabel = "FILE", description = "The file of keys.")
  Path file = Path.of("");

  KeyList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var ring = new KeyFile(terminal.resolve(file)).read();
    var lines =
        ring.inOrder().stream()
            .map(key -> key.equals(ring.newest()) ? "key " + key + "  encrypts" : "key " + key)
            .toList();
    return Answer.done(Data.of("keys", ring.inOrder()).with("newest", ring.newest()), lines);
  }
}
