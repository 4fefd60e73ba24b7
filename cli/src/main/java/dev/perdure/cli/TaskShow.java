package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.EventText;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskIds;
import dev.perdure.server.view.TaskStory;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "show",
    description = "Shows a task: its function, arguments, outcome and history.",
    footer = {"", "Example:", "  perdure task show 0198c0e2 --events 20"})
final class TaskShow extends DataCommand {
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
    try (var node = open()) {
      var story = TaskStory.of(node, TaskIds.find(node, id), events);
      return Answer.done(data(story), lines(story));
    }
  }

  private List<String> lines(TaskStory story) {
    var start = story.start();
    var lines = new ArrayList<String>();
    lines.add(field("task", story.id()));
    lines.add(field("function", start.function() + " " + start.version()));
    lines.add(field("status", status(story.row().status().text())));
    lines.add(field("started", Times.second(start.atMillis())));
    lines.add(field("arguments", start.arguments()));
    var outcome = story.outcome();
    add(lines, "outcome", outcome == null ? null : Describe.outcome(outcome));
    add(lines, "about", story.row().about());
    add(lines, "key", start.options().key());
    add(lines, "parent", start.parent());
    add(lines, "children", story.children().isEmpty() ? null : texts(story.children()));
    add(
        lines,
        "switched",
        start.options().overrides().isEmpty() ? null : start.options().overrides());
    var newest = story.recent();
    lines.add(
        field(
            "history",
            story.past().events()
                + " events"
                + (newest.size() < story.past().events() ? ", the newest " + newest.size() : "")));
    newest.forEach(noted -> lines.add("  " + EventText.of(noted.event())));
    return lines;
  }

  private static String texts(List<?> things) {
    return things.stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  private static void add(List<String> lines, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      lines.add(field(name, value));
    }
  }

  private static String field(String name, Object value) {
    return String.format("%-10s %s", name, value);
  }

  private String status(String status) {
    return switch (status) {
      case "done" -> terminal.good(status);
      case "failed", "diverged", "cancelled" -> terminal.bad(status);
      default -> terminal.warn(status);
    };
  }

  private static Data data(TaskStory story) {
    return TaskView.task(story)
        .with(
            "history",
            story.recent().stream().map(e -> TaskView.event(e, Integer.MAX_VALUE)).toList());
  }
}
