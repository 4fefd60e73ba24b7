package dev.perdure.server;

import dev.perdure.node.Backup;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Makes backups on the machine of the engine.
final class Backups {
  private final Node node;

  Backups(Node node) {
    this.node = node;
  }

  Endpoint endpoint() {
    return Endpoint.post(
            "/v1/backup",
            Role.DEPLOY,
            "Copies the log up to what is durable now, and the universes, into a folder of the"
                + " server's machine, and checks the copy.",
            this::make)
        .weighing(Load.FILES)
        .taking(
            Param.query(
                "target",
                Schema.text(),
                "The folder, with its whole path: new, empty, or an older backup. Must be given."))
        .giving(
            Reply.json(
                HttpStatus.OK,
                Schema.object()
                    .with("events", Schema.integer())
                    .with("files", Schema.integer())
                    .with("bytes", Schema.integer())
                    .with("copied", Schema.integer()),
                "What it holds, and how many of the files were copied now."));
  }

  private Answer make(Request request) {
    var report = Backup.make(node, path(request.needed("target")));
    return Answer.ok(
        Data.of("events", report.events())
            .with("files", report.files())
            .with("bytes", report.bytes())
            .with("copied", report.copied()));
  }

  private static Path path(String text) {
    try {
      var path = Path.of(text);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException _) {
      // told below
    }
    throw Request.bad("target is a whole path, not " + text, "target");
  }
}
