package dev.perdure.cli;

import dev.perdure.engine.Change;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
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
  void change(Node node, TaskId task, Change change) {
    node.pause(task, change);
  }

  @Override
  String done() {
    return "paused";
  }
}
