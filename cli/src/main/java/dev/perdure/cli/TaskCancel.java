package dev.perdure.cli;

import dev.perdure.engine.Change;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
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
  void change(Node node, TaskId task, Change change) {
    node.cancel(task, change);
  }

  @Override
  String done() {
    return "cancel requested";
  }
}
