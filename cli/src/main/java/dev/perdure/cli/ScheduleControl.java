package dev.perdure.cli;

import dev.perdure.engine.Change;
import dev.perdure.engine.ScheduleName;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes whether one schedule goes on.
abstract class ScheduleControl extends DataCommand {
  @Parameters(paramLabel = "NAME", description = "The schedule.")
  String name = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  ScheduleControl(Terminal terminal) {
    super(terminal);
  }

  /// Makes the change.
  abstract void change(Node node, ScheduleName schedule, Change change);

  /// What is said of the schedule afterwards.
  abstract String done();

  @Override
  Answer run() {
    try (var node = open()) {
      var schedule = new ScheduleName(name);
      change(node, schedule, change(why));
      return Answer.done(
          Data.of("schedule", schedule).with("done", done()), schedule + ": " + done());
    }
  }
}
