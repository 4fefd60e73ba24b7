package dev.perdure.cli;

import picocli.CommandLine;

@CommandLine.Command(
    name = "resume",
    description = "Lets a task go on that was paused, has diverged or has crashed too often.",
    footer = {"", "Example:", "  perdure task resume 0198c0e2 --why \"order 7\""})
final class TaskResume extends TaskControl {
  TaskResume(Terminal terminal) {
    super(terminal);
  }

  @Override
  Ask change() {
    return Ask.post("tasks", id, "resume");
  }

  @Override
  String done() {
    return "resumed";
  }
}
