package dev.perdure.cli;

import dev.perdure.engine.Change;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskIds;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes how one task goes on. It is carried out when a program runs the data directory next.
abstract class TaskControl extends DataCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  TaskControl(Terminal terminal) {
    super(terminal);
  }

  /// Makes the change.
  abstract void change(Node node, TaskId task, Change change);

  /// What is said of the task afterwards.
  abstract String done();

  @Override
  Answer run() {
    try (var node = open()) {
      var task = TaskIds.find(node, id);
      change(node, task, change(why));
      return Answer.done(Data.of("id", task).with("done", done()), "task " + task + ": " + done());
    }
  }
}
