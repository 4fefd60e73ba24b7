package dev.perdure.cli;

import dev.perdure.server.view.Times;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists the functions that are started again and again.",
      "What code declares has the name of its function, and goes with the function's route."
    },
    footer = {"", "Example:", "  perdure schedule list"})
final class ScheduleList extends EngineCommand {
  ScheduleList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var engine = engine()) {
      return answer(engine.ask(Ask.get("schedules")).fields());
    }
  }

  private Answer answer(Fields all) {
    var table = new Table(terminal, "SCHEDULE", "FUNCTION", "WHEN", "NEXT", "BY");
    for (var schedule : all.objects("schedules")) {
      table.row(
          schedule.text("name"),
          schedule.text("function"),
          when(schedule),
          schedule.truth("paused") ? "paused" : Times.second(schedule.millis("next")),
          schedule.truth("declared") ? "code" : "hand");
    }
    return Answer.done(
        all.array("schedules"),
        all.array("schedules").isEmpty() ? List.of("Nothing is scheduled.") : table.lines());
  }

  /// As [dev.perdure.engine.Recurrence] says it.
  static String when(Fields schedule) {
    return schedule.has("cron")
        ? schedule.text("cron") + " " + schedule.text("zone")
        : "every " + Duration.ofMillis(schedule.number("everyMillis"));
  }
}
