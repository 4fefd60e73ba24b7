package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "cancel",
    description = "Asks a task and its children to stop; their clean-up code runs.",
    footer = {"", "Example:", "  perdure task cancel 0198c0e2 --why \"order 7\""})
final class TaskCancel extends TaskControl {
  TaskCancel(Terminal terminal) {
    super(terminal);
  }

  @Override
  Ask change() {
    return Ask.post("tasks", id, "cancel");
  }

  @Override
  String done() {
    return "cancel requested";
  }
}
