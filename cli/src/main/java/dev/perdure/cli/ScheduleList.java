package dev.perdure.cli;

import dev.perdure.server.view.ScheduleView;
import dev.perdure.server.view.Times;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists the functions that are started again and again.",
      "What code declares has the name of its function, and goes with the function's route."
    },
    footer = {"", "Example:", "  perdure schedule list"})
final class ScheduleList extends DataCommand {
  ScheduleList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var node = open()) {
      return answer(node.read(ScheduleView::all));
    }
  }

  private Answer answer(List<ScheduleView> all) {
    var table = new Table(terminal, "SCHEDULE", "FUNCTION", "WHEN", "NEXT", "BY");
    for (var view : all) {
      var schedule = view.schedule();
      var next = view.next();
      table.row(
          schedule.name().text(),
          schedule.function().text(),
          schedule.recurrence().toString(),
          next == null ? "paused" : Times.second(next.toEpochMilli()),
          view.declared() ? "code" : "hand");
    }
    return Answer.done(
        all.stream().map(ScheduleView::data).toList(),
        all.isEmpty() ? List.of("Nothing is scheduled.") : table.lines());
  }
}
