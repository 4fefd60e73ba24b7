package dev.perdure.cli;

import dev.perdure.log.LogCode;
import dev.perdure.node.NodeConfig;
import dev.perdure.value.PerdureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command(
    name = "doctor",
    description = {
      "Looks at what Perdure stands on, and measures what durability costs.",
      "Checks the JDK, the limits of the system, the data directory, its rights and its owner, the",
      "disk, the file of keys, the log and its clock, the universes, the snapshot, tasks that"
          + " stand",
      "still, the index, and a server's certificate if one is named. Beside a program that owns"
          + " the",
      "directory it looks at what can be seen without owning it.",
      "Exit code 1 if a check fails; what a person should look at is a warning."
    },
    footer = {
      "",
      "Example:",
      "  perdure doctor --data /srv/perdure-data",
      "  perdure doctor --tls-cert server.pem --tls-key server.key --json"
    })
final class Doctor extends OpeningCommand {
  @Mixin TlsOptions tls = new TlsOptions();

  Doctor(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var checks = checks();
    var lines = checks.stream().flatMap(check -> lines(check).stream()).toList();
    var data = checks.stream().map(Check::data).toList();
    return checks.stream().noneMatch(check -> check.grade() == Check.Grade.FAIL)
        ? Answer.done(data, lines)
        : Answer.failed(data, lines);
  }

  private List<Check> checks() {
    long now = terminal.clock().millis();
    var keys = keyFile();
    var directory = new DirectoryChecks(terminal, usable(), place(), now);
    var checks = new ArrayList<Check>();
    checks.add(MachineChecks.jdk(Runtime.version()));
    checks.add(MachineChecks.files());
    checks.add(directory.place());
    checks.add(MachineChecks.space(directory.nearest()));
    checks.add(MachineChecks.force(directory.nearest()));
    if (keys != null) {
      checks.add(new KeyPlace(keys).look());
    }
    if (directory.present()) {
      checks.addAll(directory.all());
    }
    var certificate = tls.read(this);
    if (certificate != null) {
      checks.add(MachineChecks.certificate(certificate.expires(), Instant.ofEpochMilli(now)));
    }
    return checks;
  }

  /// How the directory is opened; null if its keys cannot be read.
  private @Nullable NodeConfig usable() {
    try {
      return standingStill(place());
    } catch (PerdureException e) {
      if (e.code() == LogCode.KEY_FILE_UNUSABLE) {
        return null;
      }
      throw e;
    }
  }

  private List<String> lines(Check check) {
    var mark =
        switch (check.grade()) {
          case OK -> terminal.good("ok  ");
          case WARN -> terminal.warn("WARN");
          case FAIL -> terminal.bad("FAIL");
        };
    var lines = new ArrayList<String>();
    lines.add(mark + String.format("  %-10s %s", check.name(), check.says()));
    var problem = check.problem();
    if (problem != null) {
      lines.add("      remedy:    " + problem.remedy());
    }
    return lines;
  }
}
