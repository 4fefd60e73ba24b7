package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "pause",
    description = "Makes a task stand still.",
    footer = {"", "Example:", "  perdure task pause 0198c0e2 --why \"order 7\""})
final class TaskPause extends TaskControl {
  TaskPause(Terminal terminal) {
    super(terminal);
  }

  @Override
  Ask change() {
    return Ask.post("tasks", id, "pause");
  }

  @Override
  String done() {
    return "paused";
  }
}
