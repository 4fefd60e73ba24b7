package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "resume",
    description = {
      "Lets a task go on that was paused, has diverged or has crashed too often.",
      "With --where: all tasks that match, one after the other. What was refused is told, with exit"
          + " code 1;",
      "doing it again is harmless."
    },
    footer = {
      "",
      "Example:",
      "  perdure task resume 0198c0e2 --why \"order 7\"",
      "  perdure task resume --where function=charge --where since=2h --dry-run"
    })
final class TaskResume extends TasksCommand {
  TaskResume(Terminal terminal) {
    super(terminal);
  }

  @Override
  String verb() {
    return "resume";
  }

  @Override
  String done() {
    return "resumed";
  }
}
