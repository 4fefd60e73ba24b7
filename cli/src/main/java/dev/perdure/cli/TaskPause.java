package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "pause",
    description = {
      "Makes a task stand still.",
      "With --where: all tasks that match, one after the other. What was refused is told, with exit"
          + " code 1;",
      "doing it again is harmless."
    },
    footer = {
      "",
      "Example:",
      "  perdure task pause 0198c0e2 --why \"order 7\"",
      "  perdure task pause --where function=charge --where since=2h --dry-run"
    })
final class TaskPause extends TasksCommand {
  TaskPause(Terminal terminal) {
    super(terminal);
  }

  @Override
  String verb() {
    return "pause";
  }

  @Override
  String done() {
    return "paused";
  }
}
