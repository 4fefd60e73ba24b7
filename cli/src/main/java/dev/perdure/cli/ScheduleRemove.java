package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "remove",
    description = "Removes a schedule. The tasks that it started go on.",
    footer = {"", "Example:", "  perdure schedule remove nightly"})
final class ScheduleRemove extends ScheduleControl {
  ScheduleRemove(Terminal terminal) {
    super(terminal);
  }

  @Override
  Ask change() {
    return Ask.delete("schedules", name);
  }

  @Override
  String done() {
    return "removed";
  }
}
