package dev.perdure.cli;

import dev.perdure.node.Backup;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "restore",
    description = {
      "Makes a data directory, which must be new or empty, of a backup, and checks it.",
      "Tasks go on when a program opens it: stop the one that runs the original first, if it still",
      "does, or both perform the same effects."
    },
    footer = {"", "Example:", "  perdure restore /mnt/backup/shop --data /srv/perdure-data"})
final class Restore extends DataCommand {
  @Parameters(paramLabel = "BACKUP", description = "The folder of the backup.")
  Path backup = Path.of("");

  Restore(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var directory = directory();
    var report = Backup.restore(terminal.resolve(backup), directory);
    return Answer.done(
        BackupMake.data(report).with("data", directory),
        "restored " + Counted.of(report.events(), "event") + " into " + directory);
  }
}
