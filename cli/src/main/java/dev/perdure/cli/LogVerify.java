package dev.perdure.cli;

import dev.perdure.log.Damage;
import dev.perdure.log.Log;
import dev.perdure.log.VerifyReport;
import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
    name = "verify",
    description = {
      "Reads the whole log and checks every checksum.",
      "Of an encrypted log the large values are opened, too, if its keys are named.",
      "Changes nothing. Exit code 1 if the log is damaged."
    },
    footer = {"", "Example:", "  perdure log verify"})
final class LogVerify extends OpeningCommand {
  LogVerify(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var report = Log.verify(logOf(existing()), codec());
    return new Answer(
        data(report), lines(terminal, report), report.isSound() ? Exit.DONE : Exit.FAILED);
  }

  static List<String> lines(Terminal terminal, VerifyReport report) {
    var lines = new ArrayList<String>();
    var table = new Table(terminal, "SEGMENT", "FIRST", "BATCHES", "RECORDS", "USED", "BYTES");
    for (var segment : report.segments()) {
      table.row(
          segment.name(),
          segment.first().toString(),
          String.valueOf(segment.batches()),
          String.valueOf(segment.records()),
          String.valueOf(segment.usedBytes()),
          String.valueOf(segment.fileBytes()));
    }
    lines.addAll(table.lines());
    for (var damage : report.damage()) {
      lines.add(
          terminal.bad("damaged")
              + " "
              + damage.segment()
              + " at byte "
              + damage.position()
              + ": "
              + damage.what()
              + "; lost: "
              + damage.lost());
    }
    for (var name : report.values().missing()) {
      lines.add(terminal.bad("missing") + " values/" + name);
    }
    for (var name : report.values().changed()) {
      lines.add(terminal.bad("damaged") + " values/" + name);
    }
    lines.add(summary(terminal, report));
    return lines;
  }

  static String summary(Terminal terminal, VerifyReport report) {
    if (!report.damage().isEmpty()) {
      return terminal.bad("damaged")
          + ": sound up to offset "
          + report.end()
          + "; `perdure log salvage` keeps that much";
    }
    if (!report.values().isSound()) {
      return terminal.bad("damaged")
          + ": the records are sound, but not all large values that they refer to are as"
          + " they were written; restore these files from a backup";
    }
    int values = report.values().files();
    return terminal.good("sound")
        + ": "
        + Counted.of(report.records(), "record")
        + " in "
        + report.batches()
        + (report.batches() == 1 ? " batch" : " batches")
        + (values == 0 ? "" : " and " + Counted.of(values, "large value"));
  }

  static Data data(VerifyReport report) {
    return Data.of("sound", report.isSound())
        .with("records", report.records())
        .with("batches", report.batches())
        .with("end", report.end().value())
        .with("tailBytes", report.tailBytes())
        .with("damage", report.damage().stream().map(LogVerify::data).toList())
        .with("values", report.values().files())
        .with("valuesMissing", report.values().missing())
        .with("valuesDamaged", report.values().changed());
  }

  private static Data data(Damage damage) {
    return Data.of("segment", damage.segment())
        .with("position", damage.position())
        .with("what", damage.what())
        .with("lost", damage.lost());
  }
}
