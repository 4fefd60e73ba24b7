package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "resume",
    description = "Lets a schedule go on. What was due while it was paused is over.",
    footer = {"", "Example:", "  perdure schedule resume nightly"})
final class ScheduleResume extends ScheduleControl {
  ScheduleResume(Terminal terminal) {
    super(terminal);
  }

  @Override
  Ask change() {
    return Ask.post("schedules", name, "resume");
  }

  @Override
  String done() {
    return "resumed";
  }
}
