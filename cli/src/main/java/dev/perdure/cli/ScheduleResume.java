package dev.perdure.cli;

import dev.perdure.engine.Change;
import dev.perdure.engine.ScheduleName;
import dev.perdure.node.Node;
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
  void change(Node node, ScheduleName schedule, Change change) {
    node.pauseSchedule(schedule, false, change);
  }

  @Override
  String done() {
    return "resumed";
  }
}
