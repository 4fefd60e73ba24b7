package dev.perdure.cli;

import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskRow;
import dev.perdure.server.view.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "list",
    description = "Lists tasks, newest first.",
    footer = {
      "",
      "Example:",
      "  perdure task list --status failed --function handleRequest --limit 10"
    })
final class TaskList extends DataCommand {
  private static final int LIMIT_DEFAULT = 50;
  private static final Set<String> STATUSES =
      Set.of("running", "waiting", "paused", "diverged", "done", "failed", "cancelled", "imported");

  @Option(
      names = "--status",
      split = ",",
      paramLabel = "STATUS",
      description = "running, waiting, paused, diverged, done, failed, cancelled, imported.")
  List<String> statuses = List.of();

  @Option(names = "--function", paramLabel = "NAME", description = "Only tasks of this function.")
  @Nullable String function;

  @Option(names = "--version", paramLabel = "VERSION", description = "Only of this version.")
  @Nullable String version;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 50.")
  int limit = LIMIT_DEFAULT;

  TaskList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    statuses = statuses.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
    for (var status : statuses) {
      if (!STATUSES.contains(status)) {
        throw usage("there is no status " + status);
      }
    }
    if (limit < 0) {
      throw usage("--limit is not negative");
    }
    try (var node = open()) {
      return answer(node.read(TaskRow::all).stream().filter(this::matches).toList());
    }
  }

  private boolean matches(TaskRow row) {
    return (statuses.isEmpty() || statuses.contains(row.status()))
        && (function == null || function.equals(row.function().text()))
        && (version == null || version.equals(row.version().text()));
  }

  private Answer answer(List<TaskRow> rows) {
    var table = new Table(terminal, "TASK", "STATUS", "FUNCTION", "VERSION", "STARTED", "ABOUT");
    var shown = rows.stream().limit(limit).toList();
    for (var row : shown) {
      table.row(
          row.id().toString(),
          row.status(),
          row.function().text(),
          row.version().text(),
          Times.second(row.startedMillis()),
          row.about());
    }
    var lines = new ArrayList<>(table.lines());
    if (rows.isEmpty()) {
      lines.add("No task.");
    } else if (shown.size() < rows.size()) {
      lines.add(terminal.dim((rows.size() - shown.size()) + " more; see --limit"));
    }
    return Answer.done(
        Data.of("tasks", shown.stream().map(TaskRow::data).toList()).with("count", rows.size()),
        lines);
  }
}
