package dev.perdure.cli;

import dev.perdure.server.json.Data;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes whether one schedule goes on.
abstract class ScheduleControl extends EngineCommand {
  @Parameters(paramLabel = "NAME", description = "The schedule.")
  String name = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  ScheduleControl(Terminal terminal) {
    super(terminal);
  }

  /// What is asked of the schedule.
  abstract Ask change();

  /// What is said of the schedule afterwards.
  abstract String done();

  @Override
  Answer run() {
    try (var engine = engine()) {
      engine.ask(change().with("why", why));
      return Answer.done(Data.of("schedule", name).with("done", done()), name + ": " + done());
    }
  }
}
