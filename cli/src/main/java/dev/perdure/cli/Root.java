package dev.perdure.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The program itself.
@CommandLine.Command(
    name = "perdure",
    version = "perdure 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs programs that outlive their code.",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 usage.",
      "",
      "Example:",
      "  perdure deploy shop.jar --as v1",
      "  perdure call handleRequest '{:userId \"7\"}'",
      "  perdure task list"
    })
final class Root extends Group {
  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  boolean version;
}
