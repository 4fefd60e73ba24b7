package dev.perdure.cli;

import dev.perdure.log.Log;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import picocli.CommandLine;

@CommandLine.Command(
    name = "salvage",
    description = {
      "Cuts a damaged log to its longest sound prefix, so that it can be opened again.",
      "The damaged segments are put aside. Does nothing to a sound log."
    },
    footer = {"", "Example:", "  perdure log salvage --data /backup/perdure-data"})
final class LogSalvage extends DataCommand {
  LogSalvage(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var report = Log.salvage(logOf(existing()));
    var lines = new ArrayList<>(LogVerify.lines(terminal, report.before()));
    lines.add(
        report.asideFolder().isEmpty()
            ? "Nothing was done."
            : "kept the records below offset "
                + report.kept()
                + "; the damaged segments are in "
                + report.asideFolder());
    return Answer.done(
        Data.of("before", LogVerify.data(report.before()))
            .with("kept", report.kept().value())
            .withAny("asideFolder", report.asideFolder()),
        lines);
  }
}
