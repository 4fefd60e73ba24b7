package dev.perdure.cli;

import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskStory;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.Times;
import dev.perdure.server.view.Why;
import java.time.Duration;
import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "why",
    description = "Says why a task stands where it stands: for what, since when, and on whom.",
    footer = {"", "Example:", "  perdure task why 0198c0e2"})
final class TaskWhy extends DataCommand {
  @Parameters(paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  TaskWhy(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var node = open()) {
      return answer(TaskStory.of(node, TaskIds.find(node, id)));
    }
  }

  private Answer answer(TaskStory story) {
    var lines = new ArrayList<String>();
    lines.add(
        "task "
            + story.id()
            + " ("
            + story.row().function()
            + " "
            + story.row().version()
            + ") is "
            + story.row().status().text());
    for (var why : Why.of(story)) {
      lines.add("  for    " + why.forWhat());
      lines.add("  since  " + since(why));
      lines.add("  on     " + why.on());
    }
    return Answer.done(TaskView.why(story), lines);
  }

  private String since(Why why) {
    var length = Duration.ofMillis(Math.max(0, terminal.clock().millis() - why.sinceMillis()));
    return Times.second(why.sinceMillis()) + " (" + Times.length(length) + ")";
  }
}
