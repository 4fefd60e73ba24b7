package dev.perdure.cli;

import dev.perdure.server.json.Data;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes how one task goes on. It is carried out when a program runs the data directory next.
abstract class TaskControl extends EngineCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  TaskControl(Terminal terminal) {
    super(terminal);
  }

  /// What is asked of the task.
  abstract Ask change();

  /// What is said of the task afterwards.
  abstract String done();

  @Override
  Answer run() {
    try (var engine = engine()) {
      var task = engine.ask(change().with("why", why)).fields().text("id");
      return Answer.done(Data.of("id", task).with("done", done()), "task " + task + ": " + done());
    }
  }
}
