package dev.perdure.cli;

import dev.perdure.server.view.Times;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "show",
    description = "Shows a task: its function, arguments, outcome and history.",
    footer = {"", "Example:", "  perdure task show 0198c0e2 --events 20"})
final class TaskShow extends EngineCommand {
  private static final int EVENTS_DEFAULT = 100;

  @Parameters(paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "The newest so many events of its history. Default: 100.")
  int events = EVENTS_DEFAULT;

  TaskShow(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (events < 0) {
      throw usage("--events is not negative");
    }
    try (var engine = engine()) {
      var task = engine.ask(Ask.get("tasks", id).with("events", events)).fields();
      return Answer.done(task.tree(), lines(task));
    }
  }

  private List<String> lines(Fields task) {
    var lines = new ArrayList<String>();
    lines.add(field("task", task.text("id")));
    lines.add(field("function", task.text("function") + " " + task.text("version")));
    lines.add(field("status", status(task.text("status"))));
    lines.add(field("started", Times.second(task.millis("started"))));
    lines.add(field("arguments", Shortened.of(task.text("argumentsEdn"))));
    add(lines, "outcome", Shortened.of(OutcomeText.of(task.object("outcome"))));
    add(lines, "about", task.text("about"));
    add(lines, "key", task.text("key"));
    add(lines, "trace", task.text("traceId"));
    add(lines, "parent", task.text("parent"));
    add(lines, "children", String.join(" ", task.texts("children")));
    var switched = task.map("overrides");
    add(lines, "switched", switched.isEmpty() ? "" : switched.toString());
    var newest = task.objects("history");
    long all = task.number("events");
    lines.add(
        field(
            "history",
            Counted.of(all, "event")
                + (newest.size() < all ? ", the newest " + newest.size() : "")));
    newest.forEach(event -> lines.add("  " + event.text("text")));
    return lines;
  }

  private static void add(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(field(name, value));
    }
  }

  private static String field(String name, String value) {
    return String.format("%-10s %s", name, value);
  }

  private String status(String status) {
    return switch (status) {
      case "done" -> terminal.good(status);
      case "failed", "diverged", "cancelled" -> terminal.bad(status);
      default -> terminal.warn(status);
    };
  }
}
