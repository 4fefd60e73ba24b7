package dev.perdure.cli;

import dev.perdure.engine.Change;
import dev.perdure.engine.ScheduleName;
import dev.perdure.node.Node;
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
  void change(Node node, ScheduleName schedule, Change change) {
    node.unschedule(schedule, change);
  }

  @Override
  String done() {
    return "removed";
  }
}
