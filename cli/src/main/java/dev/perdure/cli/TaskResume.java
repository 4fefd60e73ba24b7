package dev.perdure.cli;

import dev.perdure.engine.Change;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
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
  void change(Node node, TaskId task, Change change) {
    node.resume(task, change);
  }

  @Override
  String done() {
    return "resumed";
  }
}
