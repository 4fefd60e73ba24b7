package dev.perdure.cli;

import dev.perdure.node.Exported;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "import",
    description = {
      "Takes in an exported task, to be looked at and replayed, never to run.",
      "It brings the versions it needs, for its replays only: routes and deployed",
      "universes stay as they are. Replaying runs the code in the file, so import",
      "from people you trust."
    },
    footer = {"", "Example:", "  perdure task import order-7.task --data /tmp/look"})
final class TaskImport extends DataCommand {
  @Parameters(paramLabel = "FILE", description = "The file.")
  Path file = Path.of("");

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  TaskImport(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var path = terminal.resolve(file);
    var exported = Exported.fromBytes(read(path));
    try (var node = Node.open(standingStill(directory()))) {
      node.importTask(exported, change(why));
      return Answer.done(
          Data.of("id", exported.task())
              .with("events", exported.history().size())
              .with("versions", exported.origin().universes().keySet()),
          "imported task "
              + exported.task()
              + ", versions "
              + exported.origin().universes().keySet(),
          terminal.dim("run it again with `perdure task replay " + exported.task() + "`"));
    }
  }

  static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw problem(
              CliCode.FILE_UNUSABLE, "the file " + path + " cannot be read: " + e, "Check its path")
          .exception(e);
    }
  }
}
