package dev.perdure.cli;

import dev.perdure.node.Backup;
import dev.perdure.server.json.Data;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "backup",
    description = {
      "Copies a data directory into a folder, also beside a server, and checks the copy.",
      "It holds the log up to what is durable now, and the universes, but no tokens. Into a folder",
      "that has an older backup only what has come since is copied. With --url the folder is on",
      "the server's machine."
    },
    footer = {"", "Example:", "  perdure backup /mnt/backup/shop"})
final class BackupMake extends EngineCommand {
  @Parameters(paramLabel = "TARGET", description = "The folder: new, empty, or an older backup.")
  Path target = Path.of("");

  @Option(
      names = "--check",
      description =
          "Make none: read the one that is there, and check it; with its keys, what it seals, too.")
  boolean check;

  BackupMake(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (check) {
      if (server.given() || data != null) {
        throw usage("--check reads a backup and nothing else");
      }
      return checked(Backup.verify(terminal.resolve(target), codec()));
    }
    if (server.given() && !target.isAbsolute()) {
      throw usage("with --url the folder is on the server's machine: give its whole path");
    }
    var folder = server.given() ? target : terminal.resolve(target);
    try (var engine = engine()) {
      var made = engine.ask(Ask.post("backup").with("target", folder)).fields();
      return Answer.done(
          made.tree(),
          "backed up "
              + Counted.of(made.number("events"), "event")
              + ": "
              + Counted.of(made.number("files"), "file")
              + ", "
              + Counted.of(made.number("bytes"), "byte")
              + ", "
              + Counted.of(made.number("copied"), "file")
              + " copied now");
    }
  }

  private Answer checked(Backup.Report report) {
    return Answer.done(
        data(report),
        terminal.good("sound")
            + ": "
            + Counted.of(report.events(), "event")
            + " in "
            + Counted.of(report.files(), "file"));
  }

  static Data data(Backup.Report report) {
    return Data.of("events", report.events())
        .with("files", report.files())
        .with("bytes", report.bytes());
  }
}
