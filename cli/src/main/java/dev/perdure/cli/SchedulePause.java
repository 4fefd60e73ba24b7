package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "pause",
    description = "Makes a schedule start nothing until it is resumed.",
    footer = {"", "Example:", "  perdure schedule pause nightly --why \"the printer is broken\""})
final class SchedulePause extends ScheduleControl {
  SchedulePause(Terminal terminal) {
    super(terminal);
  }

  @Override
  Ask change() {
    return Ask.post("schedules", name, "pause");
  }

  @Override
  String done() {
    return "paused";
  }
}
