package dev.perdure.cli;

import dev.perdure.engine.Change;
import dev.perdure.engine.ScheduleName;
import dev.perdure.node.Node;
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
  void change(Node node, ScheduleName schedule, Change change) {
    node.pauseSchedule(schedule, true, change);
  }

  @Override
  String done() {
    return "paused";
  }
}
