package dev.perdure.cli;

import dev.perdure.server.view.Times;
import java.time.Duration;
import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "why",
    description = "Says why a task stands where it stands: for what, since when, and on whom.",
    footer = {"", "Example:", "  perdure task why 0198c0e2"})
final class TaskWhy extends EngineCommand {
  @Parameters(paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  TaskWhy(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var engine = engine()) {
      return answer(engine.ask(Ask.get("tasks", id, "why")).fields());
    }
  }

  private Answer answer(Fields task) {
    var lines = new ArrayList<String>();
    lines.add(
        "task "
            + task.text("id")
            + " ("
            + task.text("function")
            + " "
            + task.text("version")
            + ") is "
            + task.text("status"));
    for (var wait : task.objects("waits")) {
      lines.add("  for    " + wait.text("for"));
      lines.add("  since  " + since(wait.millis("since")));
      lines.add("  on     " + wait.text("on"));
    }
    return Answer.done(task.tree(), lines);
  }

  private String since(long millis) {
    var length = Duration.ofMillis(Math.max(0, terminal.clock().millis() - millis));
    return Times.second(millis) + " (" + Times.length(length) + ")";
  }
}
