package dev.perdure.cli;

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
final class TaskImport extends EngineCommand {
  @Parameters(paramLabel = "FILE", description = "The file.")
  Path file = Path.of("");

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  TaskImport(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var content = new Ask.Content("application/octet-stream", read(terminal.resolve(file)));
    try (var engine = engineAnywhere()) {
      var ask = Ask.post("tasks", "import").with("why", why).with(content);
      var task = engine.ask(ask).fields();
      var id = task.text("id");
      return Answer.done(
          task.tree(),
          "imported task " + id + ", versions " + task.texts("versions"),
          terminal.dim("run it again with `perdure task replay " + id + "`"));
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
