package dev.perdure.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "migrate",
    description = {
      "Makes a task that has not ended go on with other versions.",
      "They are those that the routes name now, or one version for all its functions. What it did",
      "so far is run again with them first, with no side effect; if they would have done something",
      "else, it goes on as it was."
    },
    footer = {
      "",
      "Example:",
      "  perdure task migrate 0198c0e2 --to v2 --why \"the bug is mended\""
    })
final class TaskMigrate extends TaskControl {
  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "The version. Default: as the routes say now.")
  @Nullable String to;

  TaskMigrate(Terminal terminal) {
    super(terminal);
  }

  @Override
  Ask change() {
    return Ask.post("tasks", id, "migrate").with("to", to);
  }

  @Override
  String done() {
    return to == null ? "migrated as the routes say" : "migrated to " + to;
  }
}
