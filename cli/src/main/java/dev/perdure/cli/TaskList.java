package dev.perdure.cli;

import dev.perdure.index.Status;
import dev.perdure.server.view.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "list",
    description = {
      "Lists tasks, newest first.",
      "Asks the index, also while a program owns the directory and keeps one."
    },
    footer = {
      "",
      "Example:",
      "  perdure task list --status failed --function handleRequest --since 2h --text declined"
    })
final class TaskList extends IndexCommand {
  private static final int LIMIT_DEFAULT = 50;

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

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Only with this in their names, arguments, attributes, failure or result.")
  @Nullable String text;

  @Option(names = "--trace", paramLabel = "ID", description = "Only tasks of this trace.")
  @Nullable String trace;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only started then or later: 2026-01-31, 2026-01-31T08:30:00Z, or 2h ago.")
  @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only started before.")
  @Nullable String until;

  @Option(
      names = "--after",
      paramLabel = "ID",
      description = "Go on behind this task, the last of the page before.")
  @Nullable String after;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 50.")
  int limit = LIMIT_DEFAULT;

  TaskList(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (limit < 0) {
      throw usage("--limit is not negative");
    }
    statuses.forEach(this::check);
    var ask =
        Ask.get("tasks")
            .with("status", String.join(",", statuses))
            .with("function", function)
            .with("version", version)
            .with("text", text)
            .with("trace", trace)
            .with("since", time(since))
            .with("until", time(until))
            .with("after", after);
    try (var engine = index()) {
      return answer(new TaskPages(engine, ask).read(limit));
    }
  }

  private void check(String status) {
    if (Status.of(status.toLowerCase(Locale.ROOT)).isEmpty()) {
      throw usage("there is no status " + status);
    }
  }

  private Answer answer(TaskPages.Read read) {
    var table = new Table(terminal, "TASK", "STATUS", "FUNCTION", "VERSION", "STARTED", "ABOUT");
    for (var task : read.tasks()) {
      table.row(
          task.text("id"),
          task.text("status"),
          task.text("function"),
          task.text("version"),
          Times.second(task.millis("started")),
          task.text("about").replace("\n", " "));
    }
    var lines = new ArrayList<>(table.lines());
    long more = read.count() - read.tasks().size();
    if (read.count() == 0) {
      lines.add("No task.");
    } else if (more > 0) {
      lines.add(
          terminal.dim(
              (read.atLeast() ? "at least " : "") + more + " more; see --limit and --after"));
    }
    lines.addAll(remarks(read.last()));
    return Answer.done(read.data(), lines);
  }
}
