package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "cancel",
    description = {
      "Asks a task and its children to stop; their clean-up code runs.",
      "With --where: all tasks that match, one after the other. What was refused is told, with exit"
          + " code 1;",
      "doing it again is harmless."
    },
    footer = {
      "",
      "Example:",
      "  perdure task cancel 0198c0e2 --why \"order 7\"",
      "  perdure task cancel --where function=charge --where since=2h --dry-run"
    })
final class TaskCancel extends TasksCommand {
  TaskCancel(Terminal terminal) {
    super(terminal);
  }

  @Override
  String verb() {
    return "cancel";
  }

  @Override
  String done() {
    return "cancel requested";
  }
}
